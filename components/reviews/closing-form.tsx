import { CircleAlert } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { ClosingModel } from "@/lib/state/closing.ts";
import type { Failure } from "@/lib/state/failure.ts";
import { ClosingFields } from "./closing-fields.tsx";

/** Writes a closing evaluation. Nothing is lost when the page is left: it stands here again, half written. */
export function ClosingForm({ model, onClose }: { model: ClosingModel; onClose: () => void }) {
  const [problem, setProblem] = useState<Failure | null>(null);
  const complete = async (): Promise<void> => {
    const failed = await model.complete();
    setProblem(failed);
    if (!failed) onClose();
  };
  return (
    <form
      class="closing-form"
      aria-label={i18n.t("closing.title")}
      onSubmit={(event) => {
        event.preventDefault();
        void complete();
      }}
    >
      {model.draft.restored.value && (
        <p class="meta" role="status">
          {i18n.t("capture.restored")}
        </p>
      )}
      <ClosingFields value={model.draft.value.value} onChange={model.draft.set} />
      {problem && (
        <p class="error" role="alert">
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${problem}`)}
        </p>
      )}
      <div class="btns">
        <button type="submit" class="btn primary">
          {i18n.t("closing.keep")}
        </button>
        {!model.begun.value && (
          <button type="button" class="btn quiet" onClick={onClose}>
            {i18n.t("common.cancel")}
          </button>
        )}
      </div>
    </form>
  );
}
