import { Undo2 } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { countsWords } from "@/components/kit/counts-words.ts";
import { Field } from "@/components/kit/field.tsx";
import { FileInput } from "@/components/kit/file-input.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { UnlockForm } from "@/components/kit/unlock-form.tsx";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { BackupsModel } from "@/lib/state/backups.ts";
import { BackupProgress } from "./backup-progress.tsx";
import { KeptCopies } from "./kept-copies.tsx";
import { RestorePreview } from "./restore-preview.tsx";
import { SetSection } from "./set-section.tsx";

/** Choose a file, see what it would change, restore it, and go back. */
export function RestoreSection({ model }: { model: BackupsModel }) {
  const done = model.restored.value;
  const preview = model.preview.value;
  const giving = model.giving.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever came for this alone need not look for it.
    if (location.hash.endsWith("?restore=1")) place.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <SetSection title={i18n.t("backup.restoreTitle")} intro={i18n.t("backup.restoreIntro")}>
      <ConfirmDialog
        open={giving !== null}
        title={i18n.t("backup.undoAsk")}
        confirm={i18n.t("backup.undoRestore")}
        onClose={() => model.keepRestored()}
        onConfirm={() => void model.undoRestore()}
      >
        <p>{i18n.t("backup.undoGives", [countsWords(giving ?? {})])}</p>
        <p>{i18n.t("backup.undoRest")}</p>
      </ConfirmDialog>
      {done && (
        <div class="notice" role="status">
          <Icon of={Undo2} />
          <p>{i18n.t("backup.restored", [dayOfInstant(done.madeAt)])}</p>
          <div class="btns">
            <button type="button" class="btn sm" onClick={() => void model.askUndoRestore()}>
              {i18n.t("backup.undoRestore")}
            </button>
            <button type="button" class="btn sm quiet" onClick={() => model.dismissRestored()}>
              {i18n.t("common.close")}
            </button>
          </div>
        </div>
      )}
      <div
        ref={place}
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const file = event.dataTransfer?.files[0];
          if (file) void model.open(file);
        }}
      >
        <Field label={i18n.t("backup.choose")} hint={i18n.t("backup.chooseHint")}>
          {(control) => (
            <FileInput
              control={control}
              accept=".json,.age,application/json"
              onFile={(file) => void model.open(file)}
            />
          )}
        </Field>
      </div>
      <KeptCopies model={model} />
      {model.locked.value && <UnlockForm onOpen={(passphrase) => void model.unlock(passphrase)} />}
      <BackupProgress model={model} of={["reading", "restoring", "undoing"]} />
      {preview && <RestorePreview key={preview.backup.createdAt} preview={preview} model={model} />}
    </SetSection>
  );
}
