import { expect } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { dayOf, startOfDay } from "@/lib/domain/civil-time.ts";
import { emptyMirror } from "@/lib/domain/mirror.ts";
import { occurrenceId } from "@/lib/domain/occurrence.ts";
import { heldUntil, morningOf } from "@/lib/domain/quiet.ts";
import type { ReminderPreferences } from "@/lib/domain/reminder-preferences.ts";
import type { ReminderPorts } from "@/lib/reminders/ports.ts";
import { reconcile } from "@/lib/reminders/reconcile.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Where the browser and the person are. Changed by what happens to them. */
export interface Where {
  now: number;
  zone: string;
  lockedUntil: number;
  callUntil: number;
  /** The background dies at this point of its next run: 1 before a notice, 2 after it, 3 at the button. 0 for not. */
  killAt: 0 | 1 | 2 | 3;
}

/**
 * A browser that runs the real engine, and checks at each notice and after each run what must always hold: nothing before
 * its time, nothing twice, no more than the day's cap, nothing that might have been said and was not, two alarms.
 */
export function livedIn(db: MilepostDb, where: Where, preferences: ReminderPreferences) {
  const alarms = new Map<string, number>();
  let notices = new Map<string, readonly string[]>();
  /** What the person has been told, by occurrence: how often it was not lost with a browser that died at that moment. */
  const told = new Map<string, number>();
  const atOf = new Map<string, number>();
  const came = new Set<string>();
  /** What counts for the daily cap: not what died with a browser, nor what a wrong clock said too early. */
  let shownAt: { at: number; names: readonly string[] }[] = [];
  let unsettled: readonly string[] = [];
  let mirror = emptyMirror;
  let killedAt = 0;
  const counts = { runs: 0, late: 0, notices: 0 };

  const killed = (point: number): void => {
    if (where.killAt !== point) return;
    where.killAt = 0;
    killedAt = where.now;
    throw new Error("killed");
  };
  const disturbed = (): boolean => where.lockedUntil > where.now || where.callUntil > where.now;
  const ports: ReminderPorts = {
    timeZone: () => where.zone,
    preferences: () => Promise.resolve(preferences),
    backup: () => Promise.resolve({ lastAt: 0, quietUntilAt: Number.MAX_SAFE_INTEGER }),
    inCallUntil: (now) => Promise.resolve(where.callUntil > now ? where.callUntil : null),
    isLocked: () => Promise.resolve(where.lockedUntil > where.now),
    mayNotify: () => Promise.resolve(true),
    notify(id, { occurrences, away }) {
      killed(1);
      const { now, zone } = where;
      expect(disturbed(), "nothing pops up while nobody is to be disturbed").toBe(false);
      for (const each of occurrences) {
        const name = occurrenceId(each);
        expect(each.at, `${name} not before its time`).toBeLessThanOrEqual(now);
        expect(heldUntil(each, preferences, zone), `${name} not in quiet hours`).toBeLessThanOrEqual(now);
        told.set(name, (told.get(name) ?? 0) + 1);
        expect(told.get(name), `${name} is announced once`).toBe(1);
        atOf.set(name, each.at);
        came.add(name);
      }
      const names = occurrences.map(occurrenceId);
      shownAt.push({ at: now, names });
      const today = startOfDay(dayOf(now, zone), zone);
      const shown = shownAt.filter(({ at }) => at >= today && at <= now).length;
      expect(shown, "no more than the daily cap").toBeLessThanOrEqual(preferences.perDay);
      counts.notices += 1;
      if (away) counts.late += 1;
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
      read: () => Promise.resolve(mirror),
      write: (written) => Promise.resolve(void (mirror = written)),
    },
  };

  /** How many notices there may still be on a day for what is not urgent: two of more than four are kept for that. */
  const calmPerDay = preferences.perDay > 4 ? preferences.perDay - 2 : preferences.perDay;
  const mayBeSaid = (): boolean => {
    const { now, zone } = where;
    // What a run that was cut off had taken may have been counted by it and not by this.
    if (disturbed() || Math.abs(now - killedAt) < 2 * dayMs) return false;
    const today = startOfDay(dayOf(now, zone), zone);
    const yesterday = startOfDay(dayOf(today - 1, zone), zone);
    if (shownAt.filter(({ at }) => at >= today).length >= calmPerDay) return false;
    const before = shownAt.filter(({ at }) => at >= yesterday && at < today).length;
    return before < calmPerDay || now >= morningOf(now, zone);
  };
  /** Nothing that had come and might be said is unsaid: what was mirrored at the end of the run tells. */
  const checkSaid = (): void => {
    const due = mirror.occurrences.filter(({ at }) => at <= where.now);
    for (const each of due) came.add(occurrenceId(each));
    if (!mayBeSaid()) return;
    const said = new Set(mirror.said.filter(({ state }) => state === "shown").map(({ id }) => id));
    for (const each of due) {
      const name = occurrenceId(each);
      if (said.has(name) || heldUntil(each, preferences, where.zone) > where.now) continue;
      expect(name, "is said when it may be").toBe("said");
    }
  };

  const run = async (): Promise<void> => {
    counts.runs += 1;
    try {
      await reconcile(db, ports);
      checkSaid();
    } catch (error) {
      if (!(error instanceof Error && error.message === "killed")) throw error;
    }
  };

  return {
    counts,
    told: (name: string) => (told.get(name) ?? 0) > 0,
    announced: () => told.size,
    came: () => came.size,
    run,
    /** The browser ends: its notices go with it. One that was shown and not written down was as good as not seen. */
    close(): void {
      for (const name of unsettled) told.delete(name);
      if (unsettled.length > 0) shownAt = shownAt.filter(({ names }) => names !== unsettled);
      unsettled = [];
      notices = new Map();
    },
    loseAlarm(): void {
      alarms.delete("next");
    },
    /** The clock is set. What it announced while it was ahead has its moment only now. */
    setClock(by: number): void {
      where.now += by;
      for (const [name, at] of atOf) if (at > where.now) told.delete(name);
      shownAt = shownAt.filter(({ names }) => names.some((name) => (atOf.get(name) ?? 0) <= where.now));
    },
    /** Time goes by while the browser runs: it wakes at its alarm, and at a heartbeat where that was lost. */
    async pass(ms: number, before: () => Promise<void>): Promise<void> {
      const until = where.now + ms;
      for (;;) {
        const next = Math.max(alarms.get("next") ?? alarms.get("heartbeat") ?? until, where.now + 1);
        if (next > until) break;
        where.now = next;
        await before();
        await run();
      }
      where.now = until;
    },
  };
}
