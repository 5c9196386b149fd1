import type { Id } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId, type ReminderDetail } from "@/lib/domain/occurrence.ts";
import { remindables } from "@/lib/domain/remindable.ts";
import type { ReminderKind } from "@/lib/domain/reminder-kinds.ts";
import type { MilepostDb } from "./database.ts";
import { reviewsDueNow } from "./review-records.ts";

/** Where the title of what a kind is about stands. */
const tableOf: Partial<Record<ReminderKind, "meetings" | "milestones" | "commitments" | "goals">> = {
  meetingSoon: "meetings",
  prepare: "meetings",
  wrapUp: "meetings",
  finalMeeting: "meetings",
  milestoneDue: "milestones",
  commitmentDue: "commitments",
  goalReview: "goals",
};

interface Titled {
  title?: string;
  name?: string;
  confidential?: boolean | null;
}

/** What each occurrence is about and with whom, by its id. */
export async function noticeDetails(
  db: MilepostDb,
  occurrences: readonly Pick<Occurrence, "kind" | "recordId" | "occurrence" | "mentorshipId">[],
): Promise<Map<string, ReminderDetail>> {
  const found = new Map<string, ReminderDetail>();
  const people = new Map<Id, string>();
  for (const each of occurrences) {
    const mentorshipId = each.mentorshipId ?? "";
    if (mentorshipId && !people.has(mentorshipId))
      people.set(mentorshipId, await partnerOf(db, mentorshipId));
    found.set(occurrenceId(each), { title: await titleOf(db, each), person: people.get(mentorshipId) ?? "" });
  }
  return found;
}

async function titleOf(
  db: MilepostDb,
  { kind, recordId }: Pick<Occurrence, "kind" | "recordId">,
): Promise<string> {
  if (kind === "own") {
    const reminder = await db.reminders.get(recordId);
    if (!reminder || reminder.text) return reminder?.text ?? "";
    const table = remindables.find((each) => each === reminder.aboutTable);
    return table ? titleIn(db, table, reminder.aboutId ?? "") : "";
  }
  if (kind === "expectationsReview") {
    const due = await reviewsDueNow(db, Temporal.Now.timeZoneId());
    const stale = due.find((each) => each.subject === kind && each.recordId === recordId);
    return stale?.names.join(", ") ?? "";
  }
  const table = tableOf[kind];
  return table ? titleIn(db, table, recordId) : "";
}

async function titleIn(db: MilepostDb, table: string, id: Id): Promise<string> {
  const row = (await db.table(table).get(id)) as Titled | undefined;
  return row && !row.confidential ? (row.title ?? row.name ?? "") : "";
}

async function partnerOf(db: MilepostDb, mentorshipId: Id): Promise<string> {
  const mentorship = await db.mentorships.get(mentorshipId);
  return (mentorship && (await db.people.get(mentorship.partnerId))?.name) ?? "";
}
