import { UserPlus } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useFormDraft } from "@/components/kit/use-form-draft.ts";
import type { LetInMistake, SyncBrowsersModel } from "@/lib/state/sync-browsers.ts";
import { SetUpTrouble } from "./set-up-trouble.tsx";

/** Lets another browser in, by the request and the words that it shows. */
export function LetInForm({ model, onClose }: { model: SyncBrowsersModel; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const request = useRef<HTMLTextAreaElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const [mistake, setMistake] = useState<LetInMistake | null>(null);
  const kept = useFormDraft(form, "sync-let-in");
  const busy = model.busy.value;
  const lettingIn = busy === "lettingIn";
  const isOfWords = mistake === "wordsEmpty" || mistake === "wordsNotIt";
  useEffect(() => request.current?.focus(), []);
  const send = async (): Promise<void> => {
    const wrong = await model.letIn(request.current?.value ?? "", words.current?.value ?? "");
    if (wrong === "done") {
      kept.clear();
      onClose();
      return;
    }
    setMistake(wrong);
    if (wrong) (wrong.startsWith("words") ? words : request).current?.focus();
  };
  return (
    <form
      ref={form}
      class="let-in"
      aria-label={i18n.t("sync.browsers.addTitle")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onInput={() => setMistake(null)}
    >
      <p class="soft">{i18n.t("sync.browsers.addHint")}</p>
      <Field
        label={i18n.t("sync.browsers.request")}
        hint={i18n.t("sync.browsers.requestHint")}
        error={isOfWords ? null : mistake}
      >
        {(control) => (
          <textarea
            {...control}
            ref={request}
            class="textarea mono block"
            name="request"
            rows={4}
            autocomplete="off"
            spellcheck={false}
          />
        )}
      </Field>
      <Field
        label={i18n.t("sync.browsers.words")}
        hint={i18n.t("sync.browsers.wordsHint")}
        error={isOfWords ? mistake : null}
      >
        {(control) => (
          <input
            {...control}
            ref={words}
            class="input mono"
            name="words"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        )}
      </Field>
      <SetUpTrouble model={model} />
      <div class="btns">
        <button
          type="submit"
          class="btn primary"
          aria-busy={lettingIn}
          disabled={busy !== null && !lettingIn}
        >
          {!lettingIn && <Icon of={UserPlus} size="sm" />}
          {i18n.t(lettingIn ? "sync.browsers.lettingIn" : "sync.browsers.letIn")}
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
