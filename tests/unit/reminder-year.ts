import { expect } from "vitest";
import { deliveriesOf } from "@/lib/db/deliveries.ts";
import { readOccurrences } from "@/lib/db/reminder-records.ts";
import { occurrenceId } from "@/lib/domain/occurrence.ts";
import { heldUntil } from "@/lib/domain/quiet.ts";
import { type ReminderPreferences, usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { chanceFrom } from "@/tests/random-rows.ts";
import { livedIn, type Where } from "./reminder-year-browser.ts";
import { answerOne, beginMentorships, enter, type Plan, planned, tickOff } from "./reminder-year-rows.ts";

const backup = { lastAt: 0, quietUntilAt: 9e15 };
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo"];
/** A person does what they were told of, some days later. */
const tidyAfterMs = 2 * dayMs;

export interface Life extends Plan {
  seed: number;
  /** How often something happens to the browser or the person, a day. */
  eventsPerDay: number;
}

/** What a life came to. */
export interface Lived {
  /** Due instants that came, each counted once. */
  came: number;
  /** Those of which the person was told; the others were done, moved or over before they could be said. */
  announced: number;
  notices: number;
  /** Notices that said together what was missed. */
  late: number;
  /** How often the engine looked. */
  runs: number;
}

/**
 * A stretch of a busy person's life, lived by the real engine on the real database in memory: a browser that is closed,
 * put to sleep, killed in the middle of a run, moved to another zone and given a wrong clock; a person who puts off,
 * edits and finishes. What must always hold is checked at each notice and at each run; the end is quiet, so that
 * whatever was held has come.
 */
export async function live(life: Life): Promise<Lived> {
  const chance = chanceFrom(life.seed);
  const below = (n: number): number => Math.floor(chance() * n);
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const begin = Date.parse("2026-01-05T08:00:00Z") + below(365) * dayMs;
  const where: Where = { now: begin, zone: oneOf(zones), lockedUntil: 0, callUntil: 0, killAt: 0 };
  let ids = 0;
  const db = memoryDb({ name: `life-${life.seed}`, now: () => where.now, newId: () => `id-${(ids += 1)}` });
  const preferences: ReminderPreferences = {
    ...usualPreferences,
    quiet: oneOf([null, { from: "21:00", to: "07:30" }, { from: "12:00", to: "13:00" }]),
    workdays: oneOf([usualPreferences.workdays, [1, 2, 3, 4, 5]]),
    digestAt: oneOf([null, null, "08:30"]),
    perDay: oneOf([3, 6, 12]),
  };
  await beginMentorships(db, begin);
  const coming = planned(life, begin, zones, chance);
  const browser = livedIn(db, where, preferences);
  const dueNow = async () => {
    const all = await readOccurrences(db, { timeZone: where.zone, preferences, backup });
    return all.filter((each) => each.at <= where.now && each.untilAt > where.now);
  };
  let tidiedAt = begin;
  const go = async (): Promise<void> => {
    await enter(db, coming, where.now);
    if (where.now - tidiedAt < dayMs) return;
    tidiedAt = where.now;
    const before = where.now - tidyAfterMs;
    await tickOff(
      db,
      (await dueNow()).filter((each) => each.at < before && browser.told(occurrenceId(each))),
    );
  };

  await go();
  await browser.run();
  while (where.now < begin + life.days * dayMs) {
    const happens = below(13);
    if (happens < 5) await browser.pass(below(Math.ceil((2 * dayMs) / life.eventsPerDay)), go);
    else if (happens === 5) {
      // Asleep or closed: nothing runs, then all at once.
      if (chance() < 0.5) browser.close();
      where.now += below(oneOf([2 * hourMs, 12 * hourMs, 4 * dayMs]));
    } else if (happens === 6) {
      where.killAt = oneOf([1, 2, 3]);
      await browser.pass(hourMs + below(6 * hourMs), go);
      await browser.run();
      where.killAt = 0;
      if (chance() < 0.3) browser.close();
      where.now += 2 * minuteMs;
    } else if (happens === 7) browser.setClock(oneOf([-hourMs, hourMs, 10 * minuteMs, -10 * minuteMs]));
    else if (happens === 8) where.zone = oneOf(zones);
    else if (happens === 9) where.callUntil = where.now + below(90) * minuteMs;
    else if (happens === 10) where.lockedUntil = where.now + below(14 * hourMs);
    else if (happens === 11) browser.loseAlarm();
    else await answerOne(db, await dueNow(), below, where.zone);
    await go();
    await browser.run();
  }
  // A quiet end, long enough for whatever was held by days, caps and calls.
  where.lockedUntil = 0;
  where.callUntil = 0;
  const lost = async (): Promise<string[]> => {
    const held = (await dueNow()).filter((each) => heldUntil(each, preferences, where.zone) <= where.now);
    const shown = (await deliveriesOf(db, held)).filter((each) => each.state === "shown");
    const delivered = new Set(shown.map(({ id }) => id));
    return held.map(occurrenceId).filter((id) => !delivered.has(id));
  };
  await browser.pass(dayMs, go);
  for (let day = 0; day < 12 && (await lost()).length > 0; day += 1) await browser.pass(dayMs, go);
  expect(await lost(), "nothing is lost").toEqual([]);
  db.close();
  return { ...browser.counts, announced: browser.announced(), came: browser.came() };
}
