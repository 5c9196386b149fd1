import type { BackupsModel } from "@/lib/state/backups.ts";
import { BackupSection } from "./backup-section.tsx";
import { RestoreSection } from "./restore-section.tsx";
import { ScheduleSection } from "./schedule-section.tsx";

/** Backups out and in. */
export function BackupSections({ model }: { model: BackupsModel }) {
  return (
    <>
      <BackupSection model={model} />
      <ScheduleSection model={model.schedule} />
      <RestoreSection model={model} />
    </>
  );
}
