import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { useFormDraft } from "@/components/kit/use-form-draft.ts";
import { storagePlace } from "@/lib/domain/storage-address.ts";
import type { RoomAccessMistake, RoomStorageModel } from "@/lib/state/room-storage.ts";
import { RestoredHint } from "@/components/kit/restored-hint.tsx";

/**
 * Where the room is and how this person gets at it: by an address for who makes it, by an invitation for who was invited.
 * Only the own name has one as a field: a link is as good as a key to the folder, and drafts go into backups.
 */
export function RoomAccess({
  model,
  side,
  partner,
  onClose,
}: {
  model: RoomStorageModel;
  side: "host" | "guest";
  partner: string;
  onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useFormDraft(form, `room-${side}`);
  const [mistake, setMistake] = useState<RoomAccessMistake | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const working = model.busy.value === (side === "host" ? "making" : "asking");
  const field = (name: string) =>
    form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-field="${name}"]`) ?? null;
  useEffect(() => field(side === "host" ? "address" : "invitation")?.focus(), []);
  const send = async (): Promise<void> => {
    const value = (name: string): string => field(name)?.value ?? "";
    const typed = {
      address: value("address"),
      invitation: value("invitation"),
      user: value("user"),
      password: value("password"),
      name: value("name") || model.myName.value,
    };
    const wrong = await (side === "host" ? model.begin(typed) : model.accept(typed));
    if (!wrong) {
      if (!model.problem.peek()) kept.clear();
      return;
    }
    setMistake(wrong);
    field(wrong.field)?.focus();
  };
  const errorOf = (name: RoomAccessMistake["field"]) => (mistake?.field === name ? mistake.failure : null);
  return (
    <form
      ref={form}
      class="access"
      aria-label={i18n.t(side === "host" ? "room.storage.begin" : "room.storage.haveInvitation")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onInput={(event) => {
        setMistake(null);
        if (side === "guest" && event.target === field("invitation"))
          setPlace(model.placeOf(field("invitation")?.value ?? ""));
      }}
    >
      {side === "host" ? (
        <>
          <p class="span soft">
            <span class="strong">{i18n.t("room.storage.how", [partner])}.</span>{" "}
            {i18n.t("room.storage.howHint")}
          </p>
          <div class="span">
            <Field
              label={i18n.t("room.storage.address")}
              hint={i18n.t("room.storage.addressHint")}
              error={errorOf("address")}
            >
              {(control) => (
                <input
                  {...control}
                  class="input mono"
                  data-field="address"
                  type="url"
                  inputMode="url"
                  autocomplete="off"
                  spellcheck={false}
                  placeholder={i18n.t("room.storage.addressExample")}
                />
              )}
            </Field>
          </div>
        </>
      ) : (
        <div class="span">
          <Field
            label={i18n.t("room.storage.invitation")}
            hint={
              place
                ? i18n.t("room.storage.leadsTo", [storagePlace(place).host])
                : i18n.t("room.storage.invitationHint")
            }
            error={errorOf("invitation")}
          >
            {(control) => (
              <textarea
                {...control}
                class="textarea mono block"
                data-field="invitation"
                rows={3}
                autocomplete="off"
                spellcheck={false}
              />
            )}
          </Field>
        </div>
      )}
      <Field label={i18n.t("room.storage.user")} hint={i18n.t("room.storage.userHint")} optional>
        {(control) => (
          <input
            {...control}
            class="input"
            data-field="user"
            type="text"
            autocomplete="off"
            spellcheck={false}
          />
        )}
      </Field>
      <Field label={i18n.t("room.storage.password")} hint={i18n.t("room.storage.passwordHint")} optional>
        {(control) => (
          <input {...control} class="input" data-field="password" type="password" autocomplete="off" />
        )}
      </Field>
      {!model.myName.value && (
        <div class="span half">
          <Field label={i18n.t("room.storage.myName", [partner])}>
            {(control) => (
              <input {...control} class="input" name="name" data-field="name" type="text" maxLength={80} />
            )}
          </Field>
        </div>
      )}
      {kept.restored && <RestoredHint onStartOver={kept.startOver} />}
      <div class="btns span">
        <button
          type="submit"
          class="btn primary"
          aria-busy={working}
          disabled={model.busy.value !== null && !working}
        >
          {side === "host"
            ? i18n.t(working ? "room.storage.making" : "room.storage.make")
            : i18n.t(working ? "room.storage.asking" : "room.storage.ask")}
        </button>
        <button
          type="button"
          class="btn quiet"
          onClick={() => {
            kept.clear();
            onClose();
          }}
        >
          {i18n.t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
