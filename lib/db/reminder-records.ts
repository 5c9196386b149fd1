import type { Table } from "dexie";
import { backupDueAt } from "@/lib/domain/backup-due.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { answered, answerId, occurrencesOf, type ReminderRecords } from "@/lib/domain/occurrences.ts";
import type { Occurrence } from "@/lib/domain/occurrence.ts";
import type { OverMeeting } from "@/lib/domain/meeting-occurrences.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { ReminderPreferences } from "@/lib/domain/reminder-preferences.ts";
import { ruleOf } from "@/lib/domain/reminder-preferences.ts";
import type { MilepostDb } from "./database.ts";
import { plannedMeetings } from "./meeting-rows.ts";
import { ownReminders } from "./reminder-rows.ts";
import { readReviewRecords } from "./review-records.ts";
import { shownOf, type Trashed, trashedParents } from "./shown.ts";

/** Reminders look this far ahead of the first time that a thing is announced; what is further away is found by a later run. */
const daysAhead = 40;
const dayMinutes = 1_440;
/** A meeting that is over is asked about for so long. */
const overDays = 8;
/** Advice that is older than this is not brought up any more. */
const adviceMs = 120 * 86_400_000;
const shownAdvice = 10;

/** What reminders depend on beside the records. */
export interface ReminderContext {
  timeZone: string;
  preferences: ReminderPreferences;
  /** Of this browser's backups, epoch ms, 0 for never. */
  backup: { lastAt: Instant; quietUntilAt: Instant };
}

/** All that is due or comes, as the person answered it, in order of time. */
export async function readOccurrences(db: MilepostDb, context: ReminderContext): Promise<Occurrence[]> {
  const { occurrences } = await readReminders(db, context);
  return occurrences;
}

/** As {@link readOccurrences}, with the records that they follow from. */
export async function readReminders(
  db: MilepostDb,
  context: ReminderContext,
): Promise<{ records: ReminderRecords; occurrences: Occurrence[] }> {
  // In one transaction: what is read belongs together, and many small ones would take longer.
  return db.transaction("r", tablesOf(db), async () => {
    const records = await readReminderRecords(db, context);
    const all = occurrencesOf(records, context.preferences, context.timeZone, db.now());
    // What has fields of its own for that is not answered by a row beside it.
    const answerable = all.filter(({ kind }) => !["own", "milestoneDue", "commitmentDue"].includes(kind));
    const answers = await db.reminders.bulkGet(answerable.map(answerId));
    const known = new Map(answers.filter((row) => row !== undefined).map((row) => [row.id, row]));
    return { records, occurrences: answered(all, known) };
  });
}

function tablesOf(db: MilepostDb): Table[] {
  const { mentorships, people, goals, milestones, meetings, commitments } = db;
  const { expectations, notes, entries, reminders, visits, meta } = db;
  return [
    mentorships,
    people,
    goals,
    milestones,
    meetings,
    commitments,
    expectations,
    notes,
    entries,
    reminders,
    visits,
    meta,
  ];
}

/** The records that anything due around now follows from, read by index. */
async function readReminderRecords(db: MilepostDb, context: ReminderContext): Promise<ReminderRecords> {
  const { timeZone, preferences, backup } = context;
  const now = db.now();
  const today = dayOf(now, timeZone);
  const trashed = await trashedParents(db);
  const reviews = await readReviewRecords(db, trashed);
  const { mentorships } = reviews;
  const from = ["open", ""];
  const to = ["open", addDays(today, daysAhead + longestLeadDays(preferences, mentorships))];
  const [meetings, milestones, commitments, own] = await Promise.all([
    plannedMeetings(db, timeZone, trashed),
    db.milestones.where("[status+dueOn]").between(from, to, true, true).toArray(),
    db.commitments.where("[status+dueOn]").between(from, to, true, true).toArray(),
    ownReminders(db, trashed),
  ]);
  const [over, lastMetOn, lastEntryAt, advice, oldestAt] = await Promise.all([
    overMeetings(db, today, trashed),
    lastMet(
      db,
      mentorships.filter((row) => row.cadence).map(({ id }) => id),
    ),
    ruleOf(preferences, "journalSilence").on ? lastEntry(db) : null,
    ruleOf(preferences, "untriedAdvice").on ? untriedAdvice(db, now, trashed) : [],
    oldestOwn(db, mentorships),
  ]);
  return {
    meetings,
    over,
    milestones: shownOf(milestones, trashed),
    commitments: shownOf(commitments, trashed),
    reviews,
    lastMetOn,
    own,
    advice,
    lastEntryAt,
    backupDueAt: soonOrNull(backupDueAt({ ...backup, oldestAt }), now),
  };
}

/** What is announced months before its day has to be read as early. */
function longestLeadDays(
  preferences: ReminderPreferences,
  mentorships: readonly Pick<Mentorship, "reminders">[],
): number {
  const rules = [null, ...mentorships.map(({ reminders }) => reminders)];
  const leads = rules.flatMap((own) =>
    (["milestoneDue", "commitmentDue"] as const).flatMap((kind) => ruleOf(preferences, kind, own).leads),
  );
  return Math.ceil(Math.max(0, ...leads) / dayMinutes);
}

/** A time that lies beyond what is looked at is none: a damaged setting must not silence the rest. */
function soonOrNull(at: Instant | null, now: Instant): Instant | null {
  return at === null || at > now + daysAhead * 86_400_000 ? null : at;
}

/** Meetings of the last days that are over, with what is open of them. */
async function overMeetings(db: MilepostDb, today: Day, trashed: Trashed): Promise<OverMeeting[]> {
  const since = addDays(today, -overDays);
  const states = await Promise.all(
    ["held", "planned"].map((status) =>
      db.meetings.where("[status+startsOn]").between([status, since], [status, today], true, true).toArray(),
    ),
  );
  const meetings = shownOf(states.flat(), trashed).filter(
    (meeting) => !meeting.wrappedUpAt && (meeting.startedAt || meeting.endedAt),
  );
  return Promise.all(
    meetings.map(async (meeting) => {
      const [notes, promises, visit] = await Promise.all([
        db.notes.where("meetingId").equals(meeting.id).toArray(),
        db.commitments.where("meetingId").equals(meeting.id).toArray(),
        db.visits.get(meeting.id),
      ]);
      const written = notes.some((note) => !note.deletedAt && note.text.trim() !== "");
      const proposed = promises.some((row) => row.status === "proposed" && !row.deletedAt);
      return { meeting, open: written || proposed, visitedAt: visit?.at ?? null };
    }),
  );
}

async function lastMet(db: MilepostDb, mentorshipIds: readonly Id[]): Promise<Map<Id, Day>> {
  const days = await Promise.all(
    mentorshipIds.map(async (id): Promise<[Id, Day][]> => {
      const last = await db.meetings
        .where("[mentorshipId+status+startsOn]")
        .between([id, "held", ""], [id, "held", "9999"])
        .filter((meeting) => !meeting.deletedAt)
        .last();
      return last ? [[id, last.startsOn]] : [];
    }),
  );
  return new Map(days.flat());
}

async function lastEntry(db: MilepostDb): Promise<Instant | null> {
  const last = await db.entries
    .orderBy("createdAt")
    .reverse()
    .filter((entry) => !entry.deletedAt)
    .first();
  return last?.createdAt ?? null;
}

async function untriedAdvice(db: MilepostDb, now: Instant, trashed: Trashed) {
  const recent = await db.entries
    .where("[kind+createdAt]")
    .between(["advice", now - adviceMs], ["advice", now])
    .reverse()
    .filter((entry) => !entry.deletedAt && (entry.state ?? "heard") === "heard")
    .limit(shownAdvice)
    .toArray();
  return shownOf(recent, trashed);
}

/** When the first own mentorship was begun: there is something to lose since. The sample does not count. */
async function oldestOwn(
  db: MilepostDb,
  mentorships: readonly { id: Id; createdAt: Instant }[],
): Promise<Instant | undefined> {
  const sample = await db.metaOf("sample");
  const own = mentorships.filter(({ id }) => id !== sample?.mentorshipId);
  return own.length === 0 ? undefined : Math.min(...own.map(({ createdAt }) => createdAt));
}
