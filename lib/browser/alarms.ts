import { browser } from "wxt/browser";

/**
 * Two alarms: the next instant at which something is to be done, and a periodic look in case that one is lost. A third,
 * `sync`, only while something waits to be sent to a storage.
 */
export const alarmNames = { next: "next", heartbeat: "heartbeat", sync: "sync" } as const;
const known: ReadonlySet<string> = new Set(Object.values(alarmNames));

/** How often it is looked anyway: more often while something is near, so that a lost alarm costs little. */
const farMinutes = 5;
const nearMinutes = 1;
const nearMs = 3_600_000;
/** An alarm that is this far off its mark is set anew; one that is right is left alone, or it would never fire. */
const slackMs = 1_000;

/** Moves the alarm for the next thing to do nearer, if it is later than this instant, epoch ms. */
export async function wakeBy(at: number): Promise<void> {
  const next = await browser.alarms.get(alarmNames.next);
  if (!next || next.scheduledTime > at) await browser.alarms.create(alarmNames.next, { when: at });
}

/**
 * Makes the alarms what they should be: missing, misplaced or foreign ones are repaired.
 * @param nextAt epoch ms of the next thing to do
 * @param now epoch ms. A heartbeat further away than its period means that the clock was set back.
 */
export async function ensureAlarms(nextAt: number, now: number): Promise<void> {
  const present = await browser.alarms.getAll();
  const foreign = present.filter(({ name }) => !known.has(name));
  await Promise.all(foreign.map(({ name }) => browser.alarms.clear(name)));

  const next = present.find(({ name }) => name === alarmNames.next);
  if (!next || Math.abs(next.scheduledTime - nextAt) > slackMs) {
    await browser.alarms.create(alarmNames.next, { when: Math.max(nextAt, now + slackMs) });
  }
  const heartbeatMinutes = nextAt - now <= nearMs ? nearMinutes : farMinutes;
  const heartbeat = present.find(({ name }) => name === alarmNames.heartbeat);
  const tooFar = heartbeat && heartbeat.scheduledTime > now + heartbeatMinutes * 60_000 + slackMs;
  if (!heartbeat || heartbeat.periodInMinutes !== heartbeatMinutes || tooFar) {
    // The first one at any moment of the second half: browsers that start together do not ask their storage together.
    const delayInMinutes = (heartbeatMinutes * (1 + Math.random())) / 2;
    await browser.alarms.create(alarmNames.heartbeat, { delayInMinutes, periodInMinutes: heartbeatMinutes });
  }
}

/** When the storage is to be looked at again before the next heartbeat; `null` where it is not. @param at epoch ms */
export async function syncBy(at: number | null): Promise<void> {
  const present = await browser.alarms.get(alarmNames.sync);
  if (at === null) {
    if (present) await browser.alarms.clear(alarmNames.sync);
  } else if (!present || Math.abs(present.scheduledTime - at) > slackMs) {
    await browser.alarms.create(alarmNames.sync, { when: at });
  }
}
