import { Copy, UserPlus } from "lucide";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { useLooking } from "@/components/kit/use-looking.ts";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { Failure } from "@/lib/state/failure.ts";
import type { RoomStorageModel, ShownRoom } from "@/lib/state/room-storage.ts";

/** As the host, until the other person is in: the invitation, and who answers it. */
export function RoomGuests({
  model,
  room,
  partner,
}: {
  model: RoomStorageModel;
  room: ShownRoom;
  partner: string;
}) {
  const { invitation, answers } = room;
  const page = useKeepFocus<HTMLDivElement>(true);
  const isOver = invitation !== null && invitation.expires < model.now.value;
  useLooking(invitation && !isOver && !room.paused ? () => model.look() : null);
  if (answers.length > 0)
    return (
      <div ref={page} tabIndex={-1} class="room-step">
        {answers.map(({ id, name }) => (
          <LetIn key={id} model={model} id={id} name={name || partner} />
        ))}
        <Withdraw model={model} />
      </div>
    );
  if (!invitation || isOver) {
    const inviting = model.busy.value === "inviting";
    return (
      <div ref={page} tabIndex={-1} class="room-step">
        <p data-return tabIndex={-1}>
          <span class="strong">{i18n.t("room.storage.alone")}</span>{" "}
          <span class="soft">{i18n.t("room.storage.aloneHint", [partner])}</span>
        </p>
        <div class="btns">
          <button
            type="button"
            class="btn primary"
            aria-busy={inviting}
            disabled={model.busy.value !== null && !inviting}
            onClick={() => void model.invite(partner)}
          >
            <Icon of={UserPlus} size="sm" />
            {i18n.t(inviting ? "room.storage.inviting" : "room.storage.invite", [partner])}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div ref={page} tabIndex={-1} class="room-step">
      <p class="strong" data-return tabIndex={-1}>
        {i18n.t("room.storage.out", [partner])}
      </p>
      <textarea
        class="textarea mono block"
        aria-label={i18n.t("room.storage.invitation")}
        readOnly
        rows={6}
        value={model.letter.value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="hint">{i18n.t("room.storage.outHint", [dayOfInstant(invitation.expires)])}</p>
      <p class="soft" role="status">
        {i18n.t("room.storage.noAnswer")}
      </p>
      <div class="btns">
        <button type="button" class="btn primary" onClick={() => model.copyInvitation()}>
          <Icon of={Copy} size="sm" />
          {i18n.t("room.storage.copy")}
        </button>
        <WithdrawButton model={model} />
      </div>
    </div>
  );
}

function Withdraw({ model }: { model: RoomStorageModel }) {
  return (
    <div class="btns">
      <WithdrawButton model={model} />
    </div>
  );
}

function WithdrawButton({ model }: { model: RoomStorageModel }) {
  const withdrawing = model.busy.value === "withdrawing";
  return (
    <button
      type="button"
      class="btn quiet"
      aria-busy={withdrawing}
      disabled={model.busy.value !== null && !withdrawing}
      onClick={() => void model.withdraw()}
    >
      {i18n.t("room.storage.withdraw")}
    </button>
  );
}

function LetIn({ model, id, name }: { model: RoomStorageModel; id: string; name: string }) {
  const words = useRef<HTMLInputElement>(null);
  const [mistake, setMistake] = useState<Failure | null>(null);
  const working = model.busy.value === "lettingIn";
  const send = async (): Promise<void> => {
    const wrong = await model.letIn(id, name, words.current?.value ?? "");
    setMistake(wrong);
    if (wrong) words.current?.focus();
  };
  return (
    <form
      class="room-step"
      aria-label={i18n.t("room.storage.letIn", [name])}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onInput={() => setMistake(null)}
    >
      <p class="strong" role="status" data-return tabIndex={-1}>
        {i18n.t("room.storage.answered", [name])}
      </p>
      <Field label={i18n.t("room.storage.words")} hint={i18n.t("room.storage.answeredHint")} error={mistake}>
        {(control) => (
          <input
            {...control}
            ref={words}
            class="input mono"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        )}
      </Field>
      <div class="btns">
        <button
          type="submit"
          class="btn primary"
          aria-busy={working}
          disabled={model.busy.value !== null && !working}
        >
          {!working && <Icon of={UserPlus} size="sm" />}
          {working ? i18n.t("room.storage.lettingIn") : i18n.t("room.storage.letIn", [name])}
        </button>
      </div>
    </form>
  );
}
