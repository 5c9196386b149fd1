import { expect } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { deliveriesOf } from "@/lib/db/deliveries.ts";
import { readOccurrences } from "@/lib/db/reminder-records.ts";
import { addDays, dayOf, startOfDay } from "@/lib/domain/civil-time.ts";
import { emptyMirror } from "@/lib/domain/mirror.ts";
import { occurrenceId } from "@/lib/domain/occurrence.ts";
import { heldUntil } from "@/lib/domain/quiet.ts";
import { type ReminderPreferences, usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import type { ReminderPorts } from "@/lib/reminders/ports.ts";
import { reconcile } from "@/lib/reminders/reconcile.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { chanceFrom } from "@/tests/random-rows.ts";

const backup = { lastAt: 0, quietUntilAt: 9e15 };
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo"];

export interface Life {
  seed: number;
  /** How long it is lived, days. */
  days: number;
  /** Due instants in that time. */
  instants: number;
  /** How often something happens to the browser or the person, a day. */
  eventsPerDay: number;
  /** They do what is due within some days, as a person does who lives for a year. */
  tidy?: boolean;
}

/**
 * A stretch of a busy person's life, lived by the real engine on the real database in memory: a browser that is closed,
 * put to sleep, killed in the middle of a run, moved to another zone and given a wrong clock; a person who puts off,
 * edits and finishes. What must always hold is checked at each notice and at each run; the end is quiet, so that
 * whatever was held has come.
 */
export async function live(life: Life): Promise<{ announced: number; runs: number; late: number }> {
  const chance = chanceFrom(life.seed);
  const below = (n: number): number => Math.floor(chance() * n);
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const begin = Date.parse("2026-01-05T08:00:00Z") + below(365) * dayMs;
  const clock = { now: begin };
  let ids = 0;
  const db = memoryDb({ name: `life-${life.seed}`, now: () => clock.now, newId: () => `id-${(ids += 1)}` });
  let zone = oneOf(zones);
  const preferences: ReminderPreferences = {
    ...usualPreferences,
    quiet: oneOf([null, { from: "21:00", to: "07:30" }, { from: "12:00", to: "13:00" }]),
    workdays: oneOf([usualPreferences.workdays, [1, 2, 3, 4, 5]]),
    digestAt: oneOf([null, null, "08:30"]),
    perDay: oneOf([3, 6, 12]),
  };
  await fill(db, life, begin, chance);

  const alarms = new Map<string, number>();
  let notices = new Map<string, readonly string[]>();
  /** What the person has been told, by occurrence: how often it was not lost with a browser that died at that moment. */
  const told = new Map<string, number>();
  const atOf = new Map<string, number>();
  /** What counts for the daily cap: not what died with a browser, nor what a wrong clock said too early. */
  let shownAt: { at: number; names: readonly string[] }[] = [];
  const state = { mirror: emptyMirror, killAt: 0, locked: false, callUntil: 0, runs: 0, late: 0 };
  let unsettled: readonly string[] = [];

  const killed = (point: number): void => {
    if (state.killAt !== point) return;
    state.killAt = 0;
    throw new Error("killed");
  };
  const ports: ReminderPorts = {
    timeZone: () => zone,
    preferences: () => Promise.resolve(preferences),
    backup: () => Promise.resolve({ lastAt: 0, quietUntilAt: Number.MAX_SAFE_INTEGER }),
    inCallUntil: (now) => Promise.resolve(state.callUntil > now ? state.callUntil : null),
    isLocked: () => Promise.resolve(state.locked),
    mayNotify: () => Promise.resolve(true),
    notify(id, { occurrences, away }) {
      killed(1);
      expect(
        state.locked || state.callUntil > clock.now,
        "nothing pops up while nobody is to be disturbed",
      ).toBe(false);
      for (const each of occurrences) {
        const name = occurrenceId(each);
        expect(each.at, `${name} not before its time`).toBeLessThanOrEqual(clock.now);
        expect(heldUntil(each, preferences, zone), `${name} not in quiet hours`).toBeLessThanOrEqual(
          clock.now,
        );
        told.set(name, (told.get(name) ?? 0) + 1);
        atOf.set(name, each.at);
      }
      const today = startOfDay(dayOf(clock.now, zone), zone);
      const names = occurrences.map(occurrenceId);
      shownAt.push({ at: clock.now, names });
      const now = shownAt.filter(({ at }) => at >= today && at <= clock.now).length;
      expect(now, "no more than the daily cap").toBeLessThanOrEqual(preferences.perDay);
      if (away) state.late += 1;
      notices.set(id, names);
      unsettled = names;
      killed(2);
      unsettled = [];
      return Promise.resolve(true);
    },
    shown: () => Promise.resolve([...notices.keys()]),
    clear: (id) => Promise.resolve(void notices.delete(id)),
    renderToolbar: () => Promise.resolve(killed(3)),
    ensureAlarms(nextAt, now) {
      expect(nextAt, "the next alarm lies ahead").toBeGreaterThan(now);
      alarms.set("next", nextAt);
      alarms.set("heartbeat", now + 5 * minuteMs);
      expect(alarms.size, "two alarms, ever").toBeLessThanOrEqual(2);
      return Promise.resolve();
    },
    mirror: {
      read: () => Promise.resolve(state.mirror),
      write: (mirror) => Promise.resolve(void (state.mirror = mirror)),
    },
  };
  const run = async (): Promise<void> => {
    state.runs += 1;
    try {
      await reconcile(db, ports);
    } catch (error) {
      if (!(error instanceof Error && error.message === "killed")) throw error;
    }
  };
  /** The browser ends: its notices go with it. One that was shown and not written down was as good as not seen. */
  const close = (): void => {
    for (const name of unsettled) told.set(name, (told.get(name) ?? 1) - 1);
    if (unsettled.length > 0) shownAt = shownAt.filter(({ names }) => names !== unsettled);
    unsettled = [];
    notices = new Map();
  };
  /** Time goes by while the browser runs: it wakes at its alarm, and at a heartbeat should that be lost. */
  const pass = async (ms: number): Promise<void> => {
    const until = clock.now + ms;
    for (;;) {
      const next = Math.max(alarms.get("next") ?? until, clock.now + 1);
      if (next > until) break;
      clock.now = next;
      await run();
    }
    clock.now = until;
  };

  await run();
  while (clock.now < begin + life.days * dayMs) {
    const happens = below(12);
    if (happens < 5) await pass(below(Math.ceil((2 * dayMs) / life.eventsPerDay)));
    else if (happens === 5) {
      // Asleep or closed: nothing runs, then all at once.
      if (chance() < 0.5) close();
      clock.now += below(oneOf([2 * hourMs, 12 * hourMs, 4 * dayMs]));
    } else if (happens === 6) {
      state.killAt = 1 + below(3);
      await pass(hourMs + below(6 * hourMs));
      await run();
      state.killAt = 0;
      if (chance() < 0.3) close();
      clock.now += 2 * minuteMs;
    } else if (happens === 7) {
      clock.now += oneOf([-hourMs, hourMs, 10 * minuteMs, -10 * minuteMs]);
      // What a clock that was ahead announced has its moment only now.
      for (const [name, at] of atOf) if (at > clock.now) told.delete(name);
      shownAt = shownAt.filter(({ names }) => names.some((name) => (atOf.get(name) ?? 0) <= clock.now));
    } else if (happens === 8) zone = oneOf(zones);
    else if (happens === 9) state.callUntil = clock.now + below(90) * minuteMs;
    else if (happens === 10) state.locked = !state.locked;
    else await answerSomething(db, below, clock.now, zone, preferences);
    await run();
    if (life.tidy) await finishOld(db, clock.now, zone);
  }
  // A quiet end, long enough for whatever was held by days, caps and calls.
  state.locked = false;
  state.callUntil = 0;
  const lost = async (): Promise<string[]> => {
    const all = await readOccurrences(db, { timeZone: zone, preferences, backup });
    const due = all.filter((each) => each.at <= clock.now && each.untilAt > clock.now);
    const held = due.filter((each) => heldUntil(each, preferences, zone) <= clock.now);
    const shown = (await deliveriesOf(db, held)).filter((each) => each.state === "shown");
    const delivered = new Set(shown.map(({ id }) => id));
    return held.map(occurrenceId).filter((id) => !delivered.has(id));
  };
  await pass(dayMs);
  for (let day = 0; day < 12 && (await lost()).length > 0; day += 1) await pass(dayMs);
  expect(await lost(), "nothing is lost").toEqual([]);
  for (const [name, times] of told) expect(times, `${name} is announced once`).toBeLessThanOrEqual(1);
  db.close();
  return { announced: told.size, runs: state.runs, late: state.late };
}

const common = { author: "me", space: "personal", visibility: "private" as const };

async function fill(db: MilepostDb, life: Life, begin: number, chance: () => number): Promise<void> {
  const first = dayOf(begin, "UTC");
  const day = (): string => addDays(first, Math.floor(chance() * life.days));
  const two = (n: number): string => String(Math.floor(chance() * n)).padStart(2, "0");
  const rows = Array.from({ length: life.instants }, (_, index) => ({
    index,
    mentorshipId: `s${index % 10}`,
  }));
  await db.transaction("rw", [db.mentorships, db.commitments, db.meetings, db.reminders], async () => {
    await db.mentorships.bulkPut(
      Array.from({ length: 10 }, (_, index) => ({
        ...common,
        id: `s${index}`,
        role: "mentee" as const,
        meId: "me",
        partnerId: `p${index}`,
        destination: "",
        visits: [{ stage: "cultivation" as const, fromOn: first }],
        startsOn: first,
        createdAt: begin,
      })),
    );
    await db.commitments.bulkPut(
      rows
        .filter(({ index }) => index % 10 < 6)
        .map(({ index, mentorshipId }) => ({
          ...common,
          id: `c${index}`,
          mentorshipId,
          title: "Send it",
          owner: "me" as const,
          must: true,
          dueOn: day(),
          status: "open" as const,
          createdAt: begin,
        })),
    );
    await db.meetings.bulkPut(
      rows
        .filter(({ index }) => index % 10 === 6)
        .map(({ index, mentorshipId }) => ({
          ...common,
          id: `m${index}`,
          mentorshipId,
          kind: "checkIn" as const,
          title: "Check-in",
          status: "planned" as const,
          startsOn: day(),
          startsTime: `${two(24)}:${two(60)}`,
          timeZone: zones[index % zones.length] ?? "UTC",
          plannedMinutes: 45,
          createdAt: begin,
        })),
    );
    await db.reminders.bulkPut(
      rows
        .filter(({ index }) => index % 10 > 6)
        .map(({ index, mentorshipId }) => ({
          ...common,
          id: `r${index}`,
          mentorshipId,
          kind: "own" as const,
          status: "open" as const,
          text: "Call",
          on: day(),
          time: chance() < 0.2 ? "02:30" : `${two(24)}:${two(60)}`,
          createdAt: begin,
          ...(chance() < 0.1 ? { urgent: true } : {}),
        })),
    );
  });
}

/** The person puts something off, moves its date or is done with it: rows as the verbs leave them. */
async function answerSomething(
  db: MilepostDb,
  below: (n: number) => number,
  now: number,
  zone: string,
  preferences: ReminderPreferences,
): Promise<void> {
  const all = await readOccurrences(db, { timeZone: zone, preferences, backup });
  const due = all.filter((each) => each.at <= now && (each.kind === "commitmentDue" || each.kind === "own"));
  const each = due[below(due.length)];
  if (!each) return;
  const table = each.kind === "own" ? db.reminders : db.commitments;
  const what = below(3);
  if (what === 0) await table.update(each.recordId, { snoozedUntilAt: now + (1 + below(2_000)) * minuteMs });
  else if (what === 1) await table.update(each.recordId, { status: "done" });
  else if (each.kind === "commitmentDue") {
    await db.commitments.update(each.recordId, {
      dueOn: addDays(dayOf(now, zone), below(9)),
      snoozedUntilAt: null,
    });
  }
}

async function finishOld(db: MilepostDb, now: number, zone: string): Promise<void> {
  const before = addDays(dayOf(now, zone), -4);
  const old = db.commitments.where("[status+dueOn]").between(["open", ""], ["open", before]);
  await old.modify({ status: "done" });
  const asked = db.reminders.where("[kind+status]").equals(["own", "open"]);
  await asked.filter((row) => (row.on ?? "") < before).modify({ status: "done" });
}
