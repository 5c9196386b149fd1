import { expect, test } from "vitest";
import { addCommitment, completeCommitment, removeCommitment, snooze } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { editMeeting, planMeeting } from "@/lib/db/meetings.ts";
import { setMentorshipRules } from "@/lib/db/mentorship-edit.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import type { Badge } from "@/lib/domain/badge.ts";
import { instantOf } from "@/lib/domain/civil-time.ts";
import type { Recovery } from "@/lib/domain/health.ts";
import type { Occurrence } from "@/lib/domain/occurrence.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import { emptyMirror } from "@/lib/domain/mirror.ts";
import { reconcileFromMirror } from "@/lib/reminders/from-mirror.ts";
import type { ReminderPorts } from "@/lib/reminders/ports.ts";
import { reconcile } from "@/lib/reminders/reconcile.ts";
import { undo } from "@/lib/db/undo.ts";
import { remind } from "@/lib/state/reminding.ts";
import { firstRun, freshDb } from "./fresh-db.ts";

const timeZone = "Europe/Berlin";
const at = (day: string, time: string): number => instantOf(day, time, timeZone);

/** Of a meeting only what stands shortly before it. */
const fewPreferences = {
  ...usualPreferences,
  kinds: { meetingSoon: { on: true, leads: [15] }, prepare: { on: false, leads: [120] } },
};

/** A browser that only remembers. Its clock is the database's. */
function paperBrowser(options: { mayNotify: boolean }) {
  const notices = new Map<string, readonly Occurrence[]>();
  const log: string[] = [];
  const state = { badge: null as Badge | null, nextAt: 0, crash: false, mirror: emptyMirror, ...options };
  const ports: ReminderPorts = {
    timeZone: () => timeZone,
    preferences: () => Promise.resolve(fewPreferences),
    backup: () => Promise.resolve({ lastAt: 0, quietUntilAt: Number.MAX_SAFE_INTEGER }),
    inCallUntil: () => Promise.resolve(null),
    isLocked: () => Promise.resolve(false),
    mayNotify: () => Promise.resolve(state.mayNotify),
    notify(id, { occurrences }) {
      if (state.crash) return Promise.reject(new Error("killed"));
      notices.set(id, occurrences);
      log.push(id);
      return Promise.resolve(true);
    },
    shown: () => Promise.resolve([...notices.keys()]),
    clear(id) {
      notices.delete(id);
      return Promise.resolve();
    },
    renderToolbar(badge) {
      state.badge = badge;
      return Promise.resolve();
    },
    ensureAlarms(nextAt) {
      state.nextAt = nextAt;
      return Promise.resolve();
    },
    mirror: {
      read: () => Promise.resolve(state.mirror),
      write(mirror) {
        state.mirror = mirror;
        return Promise.resolve();
      },
    },
  };
  return { ports, notices, log, state };
}

async function promise(db: MilepostDb, title: string, dueOn: string): Promise<string> {
  return (await addCommitment(db, { mentorshipId: null, title, owner: "me", dueOn })).id;
}

function standing(time: number, mayNotify = true) {
  const clock = { now: time };
  const db = freshDb(clock);
  const browser = paperBrowser({ mayNotify });
  return { db, clock, ...browser, run: () => reconcile(db, browser.ports) };
}

test("a promise is announced at nine on its day, once, however often the background looks", async () => {
  const { db, clock, log, state, run } = standing(at("2026-11-20", "18:00"));
  const id = await promise(db, "Send the record", "2026-11-24");
  await run();
  expect(log).toEqual([]);
  expect(state.badge?.text).toBe("");
  expect(state.nextAt).toBe(at("2026-11-21", "00:00"));

  clock.now = at("2026-11-24", "08:59");
  await run();
  expect(log).toEqual([]);
  expect(state.badge?.text).toBe("1");
  expect(state.nextAt).toBe(at("2026-11-24", "09:00"));

  clock.now = at("2026-11-24", "09:00");
  await run();
  await run();
  clock.now = at("2026-11-24", "15:00");
  await run();
  expect(log).toEqual([`rem:${id}:due-2026-11-24`]);
});

test("two backgrounds that look at the same moment announce it once", async () => {
  const { db, log, run } = standing(at("2026-11-24", "09:00"));
  await promise(db, "Send the record", "2026-11-24");
  await Promise.all([run(), run(), run()]);
  expect(log).toHaveLength(1);
});

test("a background killed between claim and notice leaves it to a later one", async () => {
  const { db, clock, log, state, run } = standing(at("2026-11-24", "09:00"));
  await promise(db, "Send the record", "2026-11-24");
  state.crash = true;
  await expect(run()).rejects.toThrow("killed");
  expect(state.badge?.text).toBe("1");
  state.crash = false;
  await run();
  expect(log).toEqual([]);
  clock.now += 61_000;
  await run();
  await run();
  expect(log).toHaveLength(1);
});

test("twelve things that came due while the browser was closed are one notice", async () => {
  const { db, clock, notices, state, run } = standing(at("2026-11-20", "12:00"));
  for (let n = 0; n < 12; n += 1) await promise(db, `Promise ${n}`, "2026-11-22");
  await run();
  clock.now = at("2026-11-23", "12:00");
  await run();
  expect([...notices.values()].map((each) => each.length)).toEqual([12]);
  expect(state.badge).toEqual({ text: "12", due: 12, late: 12, week: 12 });
});

test("a grouped notice stays until the last of its things is done", async () => {
  const { db, notices, run } = standing(at("2026-11-24", "09:00"));
  const ids = [];
  for (let n = 0; n < 5; n += 1) ids.push(await promise(db, `Promise ${n}`, "2026-11-24"));
  await run();
  expect(notices.size).toBe(1);
  for (const [index, id] of ids.entries()) {
    await completeCommitment(db, id);
    await run();
    expect(notices.size).toBe(index === 4 ? 0 : 1);
  }
});

test("what is done, snoozed or put off takes its notice and its number back", async () => {
  const { db, clock, notices, state, log, run } = standing(at("2026-11-24", "09:00"));
  const done = await promise(db, "Done", "2026-11-24");
  const later = await promise(db, "Later", "2026-11-24");
  await run();
  expect(notices.size).toBe(2);
  await completeCommitment(db, done);
  await snooze(db, { table: "commitments", id: later }, at("2026-11-24", "10:00"));
  await run();
  expect(notices.size).toBe(0);
  expect(state.badge?.text).toBe("");
  expect(state.nextAt).toBe(at("2026-11-24", "10:00"));
  clock.now = at("2026-11-24", "10:00");
  await run();
  expect(log.at(-1)).toBe(`rem:${later}:snoozed-${at("2026-11-24", "10:00")}`);
  expect(state.badge?.text).toBe("1");
});

test("without the permission nothing is shown, and the badge still tells", async () => {
  const { db, log, state, run } = standing(at("2026-11-24", "09:00"), false);
  await promise(db, "Send the record", "2026-11-24");
  await run();
  expect(log).toEqual([]);
  expect(state.badge?.text).toBe("1");
  expect(await db.deliveries.toArray()).toMatchObject([{ state: "badge" }]);
});

test("a meeting is announced fifteen minutes before, and again when it was moved", async () => {
  const { db, clock, log, run } = standing(at("2026-11-20", "12:00"));
  await startMentorship(db, {
    role: "mentee",
    partnerName: "Amara Okafor",
    destination: "",
    goal: "",
    milestone: "",
    milestoneOn: "",
    meetingOn: "2026-11-24",
    meetingTime: "15:00",
    meetingLink: "",
    meetingTitle: "Kickoff",
    cadence: null,
    timeZone,
  });
  clock.now = at("2026-11-24", "14:44");
  await run();
  expect(log).toEqual([]);
  clock.now = at("2026-11-24", "14:45");
  await run();
  await run();
  expect(log).toHaveLength(1);
  const meeting = await db.meetings.toCollection().first();
  await editMeeting(db, meeting?.id ?? "", {
    mentorshipId: meeting?.mentorshipId ?? "",
    kind: "kickoff",
    title: "Kickoff",
    on: "2026-11-24",
    time: "17:00",
    timeZone,
    minutes: 45,
    link: "",
  });
  clock.now = at("2026-11-24", "16:45");
  await run();
  expect(log).toHaveLength(2);
});

test("what a clock that was ahead announced is announced again when its moment comes", async () => {
  const { db, clock, log, run } = standing(at("2026-11-24", "07:00"));
  await promise(db, "Send the record", "2026-11-24");
  clock.now = at("2026-11-24", "09:30");
  await run();
  clock.now = at("2026-11-24", "07:00");
  await run();
  clock.now = at("2026-11-24", "09:00");
  await run();
  expect(log).toHaveLength(2);
});

test("a row in a zone that does not exist, or a notice that fails, leaves the alarms standing", async () => {
  const { db, state, log, run } = standing(at("2026-11-24", "09:00"));
  await promise(db, "Send the record", "2026-11-24");
  const meeting = await planMeeting(db, {
    mentorshipId: "m",
    kind: "checkIn",
    title: "Check-in",
    on: "2026-11-24",
    time: "15:00",
    timeZone,
    minutes: 45,
    link: "",
  });
  await db.meetings.update(meeting, { timeZone: "Mars/Olympus" });
  state.crash = true;
  await expect(run()).rejects.toThrow("killed");
  expect(state.nextAt).toBe(at("2026-11-25", "00:00"));
  state.crash = false;
  state.nextAt = 0;
  await run();
  expect(state.nextAt).toBe(at("2026-11-25", "00:00"));
  expect(log).toEqual([]);
});

test("where the database does not open, the mirror reminds, once, and what it said is not said again at home", async () => {
  const { db, clock, log, state, ports, run } = standing(at("2026-11-20", "18:00"));
  const first = await promise(db, "Send the record", "2026-11-23");
  const second = await promise(db, "Call Elif", "2026-11-24");
  clock.now = at("2026-11-23", "09:00");
  await run();
  expect(log).toEqual([`rem:${first}:due-2026-11-23`]);

  clock.now = at("2026-11-24", "08:00");
  await reconcileFromMirror(ports, clock.now);
  expect(log).toHaveLength(1);
  expect(state.nextAt).toBe(at("2026-11-24", "09:00"));
  clock.now = at("2026-11-24", "09:00");
  await reconcileFromMirror(ports, clock.now);
  await reconcileFromMirror(ports, clock.now + 60_000);
  expect(log).toEqual([`rem:${first}:due-2026-11-23`, `rem:${second}:due-2026-11-24`]);
  expect(state.badge).toMatchObject({ text: "2", late: 1 });

  await run();
  expect(log).toHaveLength(2);
  expect(await db.deliveries.get(`rem:${second}:due-2026-11-24`)).toMatchObject({ state: "shown" });
});

test("however much is overdue, the mirror knows what has not been said yet and what is next", async () => {
  const { db, clock, log, ports, run } = standing(at("2026-11-20", "18:00"));
  for (let n = 0; n < 60; n += 1) await promise(db, `Overdue ${n}`, "2026-11-19");
  const id = await promise(db, "Call Elif", "2026-11-24");
  await run();
  const before = log.length;
  clock.now = at("2026-11-24", "09:00");
  await reconcileFromMirror(ports, clock.now);
  expect(log.slice(before)).toEqual([`rem:${id}:due-2026-11-24`]);
});

test("where the disk is full the alarms and the number stand, and it is said once there is room", async () => {
  const { db, log, state, run } = standing(at("2026-11-24", "09:00"));
  await promise(db, "Send the record", "2026-11-24");
  const full = (): never => {
    throw new DOMException("No room", "QuotaExceededError");
  };
  db.deliveries.hook("creating", full);
  await expect(run()).rejects.toThrow("No room");
  expect([state.nextAt, state.badge?.text, log]).toEqual([at("2026-11-25", "00:00"), "1", []]);
  db.deliveries.hook("creating").unsubscribe(full);
  await run();
  await run();
  expect(log).toHaveLength(1);
});

test("what is to be announced months before its day is read as early", async () => {
  const { db, clock, log, run } = standing(at("2026-06-01", "18:00"));
  const mentorship = await startMentorship(db, firstRun);
  await setMentorshipRules(db, mentorship.id, { commitmentDue: { leads: [90 * 1_440] } });
  const { id } = await addCommitment(db, {
    mentorshipId: mentorship.id,
    title: "Apply",
    owner: "me",
    dueOn: "2026-11-24",
  });
  clock.now = at("2026-08-26", "08:59");
  await run();
  expect(log.filter((each) => each.includes(id))).toEqual([]);
  clock.now = at("2026-08-26", "09:00");
  await run();
  expect(log.filter((each) => each.includes(id))).toEqual([`rem:${id}:due-2026-11-24-129600`]);
});

test("of two deaths in one breath, of the background and of the record, neither brings the notice back", async () => {
  const { db, clock, log, notices, state, run } = standing(at("2026-11-24", "09:00"));
  const id = await promise(db, "Send the record", "2026-11-24");
  state.crash = true;
  await expect(run()).rejects.toThrow("killed");
  state.crash = false;
  await removeCommitment(db, id);
  clock.now += 120_000;
  await run();
  expect([log, notices.size, state.badge?.text]).toEqual([[], 0, ""]);
});

test("what was put off and then thrown away is silent, and comes at its time if it is brought back", async () => {
  const { db, clock, log, run } = standing(at("2026-11-24", "09:00"));
  const id = await promise(db, "Send the record", "2026-11-24");
  await run();
  const until = at("2026-11-24", "11:00");
  await snooze(db, { table: "commitments", id }, until);
  const act = await removeCommitment(db, id);
  clock.now = until;
  await run();
  expect(log).toHaveLength(1);
  await undo(db, act ?? "");
  await run();
  await run();
  expect(log).toEqual([`rem:${id}:due-2026-11-24`, `rem:${id}:snoozed-${until}`]);
});

test("a notice that the person closed does not come back, and what it told stays counted", async () => {
  const { db, clock, log, notices, state, run } = standing(at("2026-11-24", "09:00"));
  await promise(db, "Send the record", "2026-11-24");
  await run();
  notices.clear();
  clock.now += 3_600_000;
  await run();
  expect([log.length, notices.size, state.badge?.text]).toEqual([1, 0, "1"]);
});

test("a permission that is taken back leaves the number, and given again brings only what is new", async () => {
  const { db, clock, log, state, run } = standing(at("2026-11-24", "09:00"), false);
  await promise(db, "Send the record", "2026-11-24");
  await run();
  expect([log, state.badge?.text]).toEqual([[], "1"]);
  await promise(db, "Call Elif", "2026-11-25");
  state.mayNotify = true;
  await run();
  expect(log).toEqual([]);
  clock.now = at("2026-11-25", "09:00");
  await run();
  expect([log.length, state.badge?.text]).toEqual([1, "2"]);
});

test("while a loss waits for the person's decision the mirror reminds, and nothing it holds is overwritten", async () => {
  const { db, clock, notices, state, ports, run } = standing(at("2026-11-24", "09:00"));
  await promise(db, "Send the record", "2026-11-24");
  await run();
  const before = state.mirror;
  await Promise.all(db.tables.map((table) => table.clear()));
  const emptied: Recovery = { kind: "emptied", foundAt: clock.now, expected: null, found: null };
  await remind(db, ports, () => Promise.resolve(emptied));
  expect([notices.size, state.badge?.text, state.mirror]).toEqual([1, "1", before]);
  await remind(db, ports, () => Promise.reject(new Error("too new")));
  expect(notices.size).toBe(1);
  await remind(db, ports, () => Promise.resolve(null));
  expect([notices.size, state.badge?.text]).toEqual([0, ""]);
});

test("the number of the week holds what is late, what is due and what will be by Sunday", async () => {
  // A Wednesday.
  const { db, clock, state, run } = standing(at("2026-11-25", "12:00"));
  for (const day of ["2026-11-24", "2026-11-25", "2026-11-29", "2026-11-30"]) await promise(db, day, day);
  const sunday = await promise(db, "Until Sunday", "2026-11-25");
  await snooze(db, { table: "commitments", id: sunday }, at("2026-11-29", "09:00"));
  await run();
  expect(state.badge).toEqual({ text: "2", due: 2, late: 1, week: 4 });
  clock.now = at("2026-11-30", "12:00");
  await run();
  expect(state.badge).toMatchObject({ due: 5, week: 5 });
});
