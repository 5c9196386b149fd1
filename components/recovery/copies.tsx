import { FileInput } from "@/components/kit/file-input.tsx";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type RestoreWay, RestoreWays } from "@/components/kit/restore-ways.tsx";
import { UnlockForm } from "@/components/kit/unlock-form.tsx";
import type { Copy, RecoveryModel } from "@/lib/state/recovery.ts";
import { countsInWords, momentOf } from "./words.ts";

/** A copy that is so much older than the last change may still have it. */
const notMissedMs = 5_000;

/** The copies there are, each to be restored or saved as a file; and a file from elsewhere. */
export function Copies({ model }: { model: RecoveryModel }) {
  const [how, setHow] = useState<RestoreWay>("merge");
  const copies = model.copies.value;
  const progress = model.progress.value;
  const here = Object.keys(model.here.value ?? {}).length > 0;
  if (!copies) return null;
  // A copy from before a restore holds what the person has turned away from.
  const advised = copies.find(({ why }) => why === "auto" || why === "upgrade") ?? copies[0];
  const lastAt = model.expected.value?.at;
  const missing = advised && lastAt !== undefined && lastAt - advised.takenAt > notMissedMs;
  return (
    <section class="sec">
      {copies.length > 0 && <h2 class="title">{i18n.t("recovery.copies")}</h2>}
      {copies.length > 0 && here && (
        <RestoreWays
          value={how}
          hints={{ merge: i18n.t("recovery.mergeHint"), replace: i18n.t("recovery.replaceHint") }}
          onChange={setHow}
        />
      )}
      {missing && (
        <p class="hint">{i18n.t("recovery.missing", [momentOf(advised.takenAt), momentOf(lastAt)])}</p>
      )}
      {progress !== null && (
        <div class="working" role="status">
          <label>
            {i18n.t("backup.busy.restoring")}
            <progress max={1} value={progress} />
          </label>
        </div>
      )}
      {copies.length > 0 && (
        <ul class="list copies">
          {copies.map((copy) => (
            <Row
              key={copy.name}
              copy={copy}
              first={copy === advised}
              busy={progress !== null}
              onRestore={() => void model.restore(copy.name, here ? how : "merge")}
              onSave={() => void model.save(copy)}
            />
          ))}
        </ul>
      )}
      <label class="field file-field">
        <span class="label">{i18n.t("backup.choose")}</span>
        <FileInput
          accept=".json,.age,application/json"
          disabled={progress !== null}
          onFile={(file) => void model.restoreFile(file)}
        />
        <span class="hint">{i18n.t("recovery.fileHint")}</span>
      </label>
      {model.locked.value && <UnlockForm onOpen={(passphrase) => void model.unlock(passphrase)} />}
    </section>
  );
}

function Row({
  copy,
  first,
  busy,
  onRestore,
  onSave,
}: {
  copy: Copy;
  /** The one that is wanted most of the time. */
  first: boolean;
  busy: boolean;
  onRestore: () => void;
  onSave: () => void;
}) {
  const id = useId();
  const { counts } = copy;
  return (
    <li class="row flat">
      <span class="main">
        <span id={id}>{momentOf(copy.takenAt)}</span>
        <span class="meta">
          {counts ? countsInWords(counts) : counts === null ? i18n.t("recovery.noCounts") : ""}
          {copy.why !== "auto" && ` · ${i18n.t(`recovery.reasons.${copy.why}`)}`}
        </span>
      </span>
      <span class="btns">
        <button
          type="button"
          class={first ? "btn sm primary" : "btn sm"}
          disabled={busy}
          aria-describedby={id}
          onClick={onRestore}
        >
          {i18n.t("recovery.restore")}
        </button>
        <button type="button" class="btn sm quiet" aria-describedby={id} onClick={onSave}>
          {i18n.t("recovery.save")}
        </button>
      </span>
    </li>
  );
}
