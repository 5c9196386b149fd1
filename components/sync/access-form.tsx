import { PlugZap } from "lucide";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useFormDraft } from "@/components/kit/use-form-draft.ts";
import type { AccessForm as Typed, AccessMistake, SyncSetUpModel } from "@/lib/state/sync-set-up.ts";

/**
 * Address, user and password of a storage. The password has no name, so that no draft keeps it: drafts go into backups.
 */
export function AccessForm({
  model,
  label,
  draft,
  submit,
  busy,
  known,
  onSubmit,
  onCancel,
}: {
  model: SyncSetUpModel;
  label: string;
  draft: string | null;
  submit: string;
  /** What it does when it is sent. */
  busy: "testing" | "changing";
  /** What is set up already; then the browser has a name. */
  known?: { address: string; user: string };
  /** @returns the field that is to be mended */
  onSubmit: (form: Typed) => AccessMistake | null;
  onCancel?: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [mistake, setMistake] = useState<AccessMistake | null>(null);
  const [typed, setTyped] = useState({ address: known?.address ?? "", user: known?.user ?? "" });
  const kept = useFormDraft(form, draft);
  const isBusy = model.busy.value === busy;
  const folder = model.nextcloudFolder(typed.address, typed.user);
  const host = URL.parse(typed.address)?.host ?? "";

  const field = (name: string): HTMLInputElement | null =>
    form.current?.querySelector<HTMLInputElement>(`[data-field="${name}"]`) ?? null;
  const send = (): void => {
    const value = (name: string): string => field(name)?.value ?? "";
    // The browser's question needs the click itself, so nothing is waited for before.
    const wrong = onSubmit({
      address: value("address"),
      user: value("user"),
      password: value("password"),
      browserName: value("browserName"),
    });
    setMistake(wrong);
    if (wrong) field(wrong.field)?.focus();
  };
  const errorOf = (name: AccessMistake["field"]) => (mistake?.field === name ? mistake.failure : null);

  return (
    <form
      ref={form}
      class="access"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onInput={() => {
        setMistake(null);
        setTyped({ address: field("address")?.value ?? "", user: field("user")?.value ?? "" });
      }}
    >
      <div class="span">
        <Field
          label={i18n.t("sync.form.address")}
          hint={i18n.t("sync.form.addressHint")}
          error={errorOf("address")}
        >
          {(control) => (
            <input
              {...control}
              class="input mono"
              name="address"
              data-field="address"
              type="url"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              defaultValue={known?.address}
              placeholder={i18n.t("sync.form.addressExample")}
            />
          )}
        </Field>
      </div>
      {folder && (
        <p class="span hint nextcloud">
          {i18n.t("sync.form.nextcloud", [folder])}{" "}
          <button
            type="button"
            class="btn link"
            onClick={() => {
              const address = field("address");
              if (!address) return;
              address.value = folder;
              address.dispatchEvent(new Event("input", { bubbles: true }));
              field("password")?.focus();
            }}
          >
            {i18n.t("sync.form.useNextcloud")}
          </button>
        </p>
      )}
      <Field label={i18n.t("sync.form.user")} error={errorOf("user")}>
        {(control) => (
          <input
            {...control}
            class="input"
            name="user"
            data-field="user"
            type="text"
            autocomplete="off"
            spellcheck={false}
            defaultValue={known?.user}
          />
        )}
      </Field>
      <Field
        label={i18n.t(known ? "sync.storage.passwordAgain" : "sync.form.password")}
        hint={i18n.t("sync.form.passwordHint")}
        error={errorOf("password")}
      >
        {(control) => (
          <input {...control} class="input" data-field="password" type="password" autocomplete="off" />
        )}
      </Field>
      {!known && (
        <div class="span half">
          <Field label={i18n.t("sync.form.browserName")} hint={i18n.t("sync.form.browserNameHint")}>
            {(control) => (
              <input
                {...control}
                class="input"
                name="browserName"
                data-field="browserName"
                type="text"
                maxLength={60}
                autocomplete="off"
                defaultValue={model.browserName}
              />
            )}
          </Field>
        </div>
      )}
      {kept.restored && (
        <p class="hint restored span" role="status">
          {i18n.t("capture.restored")}{" "}
          <button type="button" class="btn link" onClick={kept.startOver}>
            {i18n.t("common.startOver")}
          </button>
        </p>
      )}
      <div class="btns span">
        <button type="submit" class="btn primary" aria-busy={isBusy} disabled={model.busy.value !== null}>
          {!isBusy && <Icon of={PlugZap} size="sm" />}
          {isBusy ? i18n.t("sync.form.testing") : submit}
        </button>
        {onCancel && (
          <button type="button" class="btn quiet" onClick={onCancel}>
            {i18n.t("common.cancel")}
          </button>
        )}
      </div>
      {host !== "" && typed.address !== known?.address && (
        <p class="hint span">{i18n.t("sync.form.asks", [host])}</p>
      )}
    </form>
  );
}
