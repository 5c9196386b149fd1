import { Archive, Download } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { PassphraseField } from "@/components/kit/passphrase-field.tsx";
import type { BackupsModel } from "@/lib/state/backups.ts";
import { BackupProgress } from "./backup-progress.tsx";
import { SetSection } from "./set-section.tsx";

/** A copy of everything as a file, locked where a passphrase is given. */
export function BackupSection({ model }: { model: BackupsModel }) {
  const [locking, setLocking] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const days = model.daysSince.value;
  return (
    <SetSection title={i18n.t("backup.title")} intro={i18n.t("backup.intro")}>
      <p class="status">
        <Icon of={Archive} />
        <span>
          <span class="strong">{i18n.t("backup.whole")}</span>
          <span class="meta">{days === undefined ? "" : lastBackup(days)}</span>
        </span>
      </p>
      <label class="pick">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          checked={locking}
          onChange={(event) => {
            setLocking(event.currentTarget.checked);
            setPassphrase("");
          }}
        />
        <span>
          {i18n.t("backup.lock")}
          <span class="hint">{i18n.t("backup.lockHint")}</span>
        </span>
      </label>
      <form
        class="name-form"
        onSubmit={(event) => {
          event.preventDefault();
          void model.download(locking ? passphrase : "").then((done) => done && setPassphrase(""));
        }}
      >
        {locking && (
          <PassphraseField
            value={passphrase}
            hint={i18n.t("backup.passphraseHint")}
            minLength={8}
            onInput={setPassphrase}
          />
        )}
        <button type="submit" class="btn" disabled={model.working.value}>
          <Icon of={Download} size="sm" />
          {i18n.t("backup.download")}
        </button>
      </form>
      <BackupProgress model={model} of={["making"]} />
    </SetSection>
  );
}

/** "Last backup 3 days ago", without a reproach. */
function lastBackup(days: number | null): string {
  if (days === null) return i18n.t("backup.never");
  return days === 0 ? i18n.t("backup.lastToday") : i18n.t("backup.lastDays", days);
}
