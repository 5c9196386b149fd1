import type { BackupsModel } from "@/lib/state/backups.ts";
import { BackupSection } from "./backup-section.tsx";
import { RestoreSection } from "./restore-section.tsx";

/** Backups out and in. */
export function BackupSections({ model }: { model: BackupsModel }) {
  return (
    <>
      <BackupSection model={model} />
      <RestoreSection model={model} />
    </>
  );
}
