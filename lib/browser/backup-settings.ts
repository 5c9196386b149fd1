import { setting } from "./settings.ts";

/** Facts about the backups of this browser. They stay in it: a restore must not make it forget its own. */

/** When a backup was last made, epoch ms; 0 for never. */
export const lastBackupSetting = setting("backup.lastAt", 0, asInstant);

/** Until when nobody wants to be reminded of it, epoch ms. */
export const backupQuietSetting = setting("backup.quietUntilAt", 0, asInstant);

/** A restore that can be taken back: when it was, and the copy of what was here before. */
export interface Restored {
  at: number;
  /** When the backup that was restored was made, epoch ms. */
  madeAt: number;
  snapshot: string;
}

export const restoredSetting = setting<Restored | null>("backup.restored", null, (stored) => {
  if (typeof stored !== "object" || stored === null) return undefined;
  if (!("at" in stored && "madeAt" in stored && "snapshot" in stored)) return undefined;
  const { at, madeAt, snapshot } = stored;
  if (typeof at !== "number" || typeof madeAt !== "number" || typeof snapshot !== "string") return undefined;
  return { at, madeAt, snapshot };
});

export interface Schedule {
  every: "off" | "day" | "week";
  to: "downloads" | "folder";
}

export const scheduleSetting = setting<Schedule>(
  "backup.schedule",
  { every: "off", to: "downloads" },
  (stored) => {
    if (typeof stored !== "object" || stored === null || !("every" in stored && "to" in stored))
      return undefined;
    const every = (["off", "day", "week"] as const).find((each) => each === stored.every);
    const to = (["downloads", "folder"] as const).find((each) => each === stored.to);
    return every && to && { every, to };
  },
);

/** When one was last made by the schedule, epoch ms. */
export const lastScheduledSetting = setting("backup.scheduledAt", 0, asInstant);

/** Tells the scheduled files of this browser from those of others in the same folder; empty until one is made. */
export const scheduleMarkSetting = setting("backup.mark", "", (stored) =>
  typeof stored === "string" && /^[0-9a-z]{4}$/u.test(stored) ? stored : undefined,
);

function asInstant(stored: unknown): number | undefined {
  return typeof stored === "number" && Number.isFinite(stored) && stored >= 0 ? stored : undefined;
}

/** Why the schedule made none: the permission lapsed, the folder is gone, or the file could not be written. */
const scheduleProblems = ["folderLapsed", "folderGone", "downloadsRefused", "downloadFailed"] as const;
export type ScheduleProblem = (typeof scheduleProblems)[number];

export const scheduleProblemSetting = setting<ScheduleProblem | null>("backup.problem", null, (stored) =>
  scheduleProblems.find((each) => each === stored),
);
