import { expect, test } from "vitest";
import { agree, proposeAgreement } from "@/lib/db/agreements.ts";
import { addExpectation, expectationsOf, lookAtExpectation } from "@/lib/db/expectations.ts";
import { addGoal, editGoal, removeGoal } from "@/lib/db/goals.ts";
import { setMentorshipRules } from "@/lib/db/mentorship-edit.ts";
import { removeMentorship, startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { snoozeReminders } from "@/lib/db/reminder-answers.ts";
import { lookedAt, reviewsDueNow } from "@/lib/db/review-records.ts";
import { copyOf, type AgreementDraft } from "@/lib/domain/agreement-draft.ts";
import { instantOf } from "@/lib/domain/civil-time.ts";
import { emptyMirror } from "@/lib/domain/mirror.ts";
import type { Occurrence } from "@/lib/domain/occurrence.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import type { ReviewSubject } from "@/lib/domain/review-subjects.ts";
import type { ReminderPorts } from "@/lib/reminders/ports.ts";
import { reconcile } from "@/lib/reminders/reconcile.ts";
import { firstRun, freshDb } from "./fresh-db.ts";

const timeZone = "Europe/Berlin";
const at = (day: string, time = "09:00"): number => instantOf(day, time, timeZone);
const both = (on: string) => ({ myName: "Noor", theirName: "Elif", mineOn: on, theirsOn: on });

/** A mentorship that was agreed on, and a browser that only remembers what it was to say. */
async function standing(terms: AgreementDraft) {
  const clock = { now: at("2026-11-24", "13:00") };
  const db = freshDb(clock);
  const shown = new Map<string, readonly Occurrence[]>();
  const said: string[] = [];
  const state = { badge: "", mirror: emptyMirror };
  const ports: ReminderPorts = {
    timeZone: () => timeZone,
    preferences: () => Promise.resolve(usualPreferences),
    backup: () => Promise.resolve({ lastAt: 0, quietUntilAt: Number.MAX_SAFE_INTEGER }),
    inCallUntil: () => Promise.resolve(null),
    isLocked: () => Promise.resolve(false),
    mayNotify: () => Promise.resolve(true),
    notify(id, { occurrences }) {
      shown.set(id, occurrences);
      said.push(...occurrences.map(({ occurrence }) => occurrence));
      return Promise.resolve(true);
    },
    shown: () => Promise.resolve([...shown.keys()]),
    clear: (id) => Promise.resolve(void shown.delete(id)),
    renderToolbar: ({ text }) => Promise.resolve(void (state.badge = text)),
    ensureAlarms: () => Promise.resolve(),
    mirror: {
      read: () => Promise.resolve(state.mirror),
      write: (mirror) => Promise.resolve(void (state.mirror = mirror)),
    },
  };
  const { id: mentorshipId } = await startMentorship(db, {
    ...firstRun,
    milestone: "",
    meetingOn: "",
    goal: "",
    cadence: null,
  });
  const { id: agreementId } = await proposeAgreement(db, mentorshipId, { startsOn: "2026-11-24", ...terms });
  await agree(db, agreementId, both("2026-11-24"));
  return {
    db,
    clock,
    shown,
    said,
    state,
    mentorshipId,
    agreementId,
    /** The background looks, twice, on a day at a time. */
    async look(day: string, time = "09:00"): Promise<void> {
      clock.now = at(day, time);
      await reconcile(db, ports);
      await reconcile(db, ports);
    },
    due: async () => (await reviewsDueNow(db, timeZone)).map(({ subject }) => subject),
  };
}

test.each<[subject: ReviewSubject, terms: AgreementDraft, first: string, second: string]>([
  ["agreementReview", { agreementEveryWeeks: 4 }, "2026-12-22", "2027-01-19"],
  ["reciprocityReview", { reciprocityEveryWeeks: 2 }, "2026-12-08", "2026-12-22"],
])(
  "%s is announced once at nine on its day, stays due until it was looked at, and comes again",
  async (subject, terms, first, second) => {
    const { db, clock, look, said, shown, state, due, mentorshipId } = await standing(terms);
    await look(first, "08:59");
    expect(said).toEqual([]);
    await look(first);
    await look(first, "15:00");
    expect(said).toEqual([`${subject}-${first}`]);
    expect([state.badge, await due()]).toEqual(["1", [subject]]);
    await lookedAt(db, { subject, recordId: mentorshipId }, first);
    clock.now += 60_000;
    await look(first, "16:00");
    expect([state.badge, await due(), shown.size]).toEqual(["", [], 0]);
    await look(second);
    expect(said).toEqual([`${subject}-${first}`, `${subject}-${second}`]);
  },
);

test("expectations are announced once after the agreed time, the stale ones are named, and a look moves them on", async () => {
  const { db, look, said, state, mentorshipId } = await standing({ expectationsEveryWeeks: 6 });
  for (const about of ["Answers", "Candour"])
    await addExpectation(db, mentorshipId, { about, mine: "", theirs: "" });
  const [first, second] = await expectationsOf(db, mentorshipId);
  await lookAtExpectation(db, second?.id ?? "", "2026-12-01");
  await look("2027-01-05");
  await look("2027-01-06");
  expect(said).toEqual(["expectationsReview-2027-01-05"]);
  expect((await reviewsDueNow(db, timeZone))[0]?.names).toEqual(["Answers"]);
  // The other becomes stale meanwhile: it is named too, and nothing is announced on top.
  await look("2027-01-20");
  expect(said).toHaveLength(1);
  expect((await reviewsDueNow(db, timeZone))[0]?.names).toEqual(["Answers", "Candour"]);
  await lookAtExpectation(db, first?.id ?? "", "2027-01-20");
  await lookedAt(db, { subject: "expectationsReview", recordId: mentorshipId }, "2027-01-20");
  await look("2027-01-21");
  expect(state.badge).toBe("");
  await look("2027-03-03");
  expect(said).toEqual(["expectationsReview-2027-01-05", "expectationsReview-2027-03-03"]);
});

test("the planned exit is announced 14 days and 1 day before, each once, also when the first was acted on", async () => {
  const { db, look, said, due, mentorshipId } = await standing({ reviewOn: "2027-05-24" });
  await look("2027-05-09", "23:00");
  expect([said, await due()]).toEqual([[], []]);
  await look("2027-05-10");
  await look("2027-05-11");
  expect([said, await due()]).toEqual([["exitReview-2027-05-10"], ["exitReview"]]);
  await lookedAt(db, { subject: "exitReview", recordId: mentorshipId }, "2027-05-11");
  await look("2027-05-12");
  expect(await due()).toEqual([]);
  await look("2027-05-23");
  await look("2027-05-23", "18:00");
  expect([said, await due()]).toEqual([["exitReview-2027-05-10", "exitReview-2027-05-23"], ["exitReview"]]);
});

test("another day for the exit in the second version is another reminder, and the old one is not heard", async () => {
  const { db, look, said, mentorshipId, agreementId } = await standing({ reviewOn: "2027-05-24" });
  const first = await db.agreements.get(agreementId);
  const { id } = await proposeAgreement(db, mentorshipId, {
    ...(first ? copyOf(first, first) : {}),
    reviewOn: "2027-06-24",
  });
  await agree(db, id, both("2026-11-25"));
  await look("2027-05-10");
  await look("2027-06-10");
  expect(said).toEqual(["exitReview-2027-06-10"]);
});

test("a goal is announced on its day, once, and is asked about again twelve weeks after a look", async () => {
  const { db, look, said, due, mentorshipId } = await standing({});
  const { id } = await addGoal(db, mentorshipId, "Delegate");
  await mutate(db, { did: "editGoal" }, () => [{ table: "goals", id, patch: { reviewOn: "2026-12-10" } }]);
  await look("2026-12-10");
  await look("2026-12-11");
  expect([said, await due()]).toEqual([["goalReview-2026-12-10"], ["goalReview"]]);
  await lookedAt(db, { subject: "goalReview", recordId: id }, "2026-12-11");
  expect(await due()).toEqual([]);
  expect((await db.goals.get(id))?.reviewOn).toBe("2027-03-05");
  await look("2027-03-05");
  expect(said).toHaveLength(2);
  await editGoal(db, id, { status: "reached" });
  expect(await due()).toEqual([]);
});

test("a look that was put off is neither counted nor said until then", async () => {
  const { db, look, said, state, mentorshipId: recordId } = await standing({ agreementEveryWeeks: 4 });
  await look("2026-12-22");
  expect(state.badge).toBe("1");
  const occurrence = "agreementReview-2026-12-22";
  const until = at("2026-12-23", "10:00");
  await snoozeReminders(
    db,
    [{ kind: "agreementReview", recordId, occurrence, mentorshipId: recordId }],
    until,
  );
  await look("2026-12-22", "18:00");
  expect(state.badge).toBe("");
  await look("2026-12-23", "10:00");
  expect([state.badge, said]).toEqual(["1", [occurrence, `${occurrence}~${until}`]]);
});

test("nothing is said of what is in the trash", async () => {
  const { db, look, said, state, mentorshipId } = await standing({
    agreementEveryWeeks: 1,
    reviewOn: "2026-12-20",
  });
  const { id } = await addGoal(db, mentorshipId, "Delegate");
  await mutate(db, { did: "editGoal" }, () => [{ table: "goals", id, patch: { reviewOn: "2026-12-10" } }]);
  await removeGoal(db, id);
  await removeMentorship(db, mentorshipId);
  await look("2026-12-19");
  expect([said, state.badge]).toEqual([[], ""]);
});

test("a look of a kind that was switched off is neither counted nor listed, and comes back with its switch", async () => {
  const { db, look, state, mentorshipId } = await standing({ agreementEveryWeeks: 6 });
  await look("2027-01-05");
  expect(state.badge).toBe("1");
  await setMentorshipRules(db, mentorshipId, { agreementReview: { on: false } });
  await look("2027-01-06");
  expect(state.badge).toBe("");
  await setMentorshipRules(db, mentorshipId, { agreementReview: { on: true } });
  await look("2027-01-07");
  expect(state.badge).toBe("1");
});
