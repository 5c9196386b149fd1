import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";

/** Another login for the storage of a room, when the one before was changed or taken back. No draft keeps it. */
export function RoomLogin({
  user: before,
  submit,
  busy,
  onSave,
  onClose,
}: {
  /** As it was. */
  user: string;
  submit: string;
  busy: boolean;
  onSave: (user: string, password: string) => void;
  onClose: () => void;
}) {
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => password.current?.focus(), []);
  return (
    <form
      class="access"
      aria-label={i18n.t("room.storage.login")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(user.current?.value.trim() ?? "", password.current?.value ?? "");
      }}
    >
      <Field label={i18n.t("room.storage.user")} hint={i18n.t("room.storage.userHint")} optional>
        {(control) => (
          <input
            {...control}
            ref={user}
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            defaultValue={before}
          />
        )}
      </Field>
      <Field label={i18n.t("room.storage.password")} optional>
        {(control) => <input {...control} ref={password} class="input" type="password" autocomplete="off" />}
      </Field>
      <div class="btns span">
        <button type="submit" class="btn primary" aria-busy={busy}>
          {submit}
        </button>
        <button type="button" class="btn quiet" onClick={onClose}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
