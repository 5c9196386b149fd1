import { originPath } from "@/lib/domain/origin.ts";
import type { Occurrence } from "@/lib/domain/occurrence.ts";
import { remindables } from "@/lib/domain/remindable.ts";
import { reviewPath } from "@/lib/domain/review-due.ts";
import { isReviewSubject } from "@/lib/domain/review-subjects.ts";
import type { MilepostDb } from "./database.ts";

/** Where one acts on a reminder, as a path of the app. */
export async function reminderPath(
  db: MilepostDb,
  { kind, recordId }: Pick<Occurrence, "kind" | "recordId">,
): Promise<string> {
  if (isReviewSubject(kind)) return reviewPath({ subject: kind, recordId });
  const meeting = `/meetings/${encodeURIComponent(recordId)}`;
  switch (kind) {
    case "meetingSoon":
    case "prepare":
    case "finalMeeting":
      return `${meeting}?at=brief`;
    case "wrapUp":
      return `${meeting}?at=wrap-up`;
    case "milestoneDue":
      return originPath("milestones", recordId, (await db.milestones.get(recordId))?.goalId);
    case "commitmentDue":
      return "/actions";
    case "cadenceGap":
      return "/meetings";
    case "keepInTouch":
      return "/journal?kind=touch";
    case "reflection":
      return "/journal?kind=reflection";
    case "journalSilence":
      return "/journal?kind=thought";
    case "untriedAdvice":
      return "/journal";
    case "backupOverdue":
      return "/settings/data";
    case "own": {
      const reminder = await db.reminders.get(recordId);
      const table = remindables.find((each) => each === reminder?.aboutTable);
      if (!table || !reminder?.aboutId) return "/reminders";
      const goalId = table === "milestones" ? (await db.milestones.get(reminder.aboutId))?.goalId : undefined;
      return originPath(table, reminder.aboutId, goalId);
    }
    default:
      return "/reminders";
  }
}
