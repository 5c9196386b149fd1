import { startOf } from "./carry-over.ts";
import { addDays, dayOf } from "./civil-time.ts";
import type { Entry } from "./entry.ts";
import type { Day, Id, Instant } from "./envelope.ts";
import type { Evidence } from "./evidence.ts";
import type { Measurement } from "./measurement.ts";
import type { Meeting } from "./meeting.ts";

/** Advice that nobody has tried is brought up once, in the first meeting that is so many weeks later. */
export const untriedAfterWeeks = 2;

/** The moment that "since last time" is counted from. */
export interface LastTime {
  /** The end of the last meeting, epoch ms; 0 where there was none. */
  at: Instant;
  /** Its day in the reader's zone. */
  on: Day | null;
}

/** Whether something belongs to the time after the last meeting: by its own day where it has one. */
export function isSince(last: LastTime, row: { on?: Day | null | undefined; at: Instant }): boolean {
  if (!row.on || !last.on || row.on === last.on) return row.at > last.at;
  return row.on > last.on;
}

export function newEvidence<E extends Pick<Evidence, "on" | "createdAt">>(
  evidence: readonly E[],
  last: LastTime,
): E[] {
  return evidence.filter((row) => isSince(last, { on: row.on, at: row.createdAt }));
}

/** What was measured since: of each metric the last value, with the one before it. */
export function newMeasurements<M extends Pick<Measurement, "metricId" | "on" | "value" | "createdAt">>(
  measurements: readonly M[],
  last: LastTime,
): { now: M; before: M | null }[] {
  return [...Map.groupBy(measurements, (row) => row.metricId).values()].flatMap((rows) => {
    const inOrder = rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.createdAt - b.createdAt));
    const now = inOrder.at(-1);
    return now && isSince(last, { on: now.on, at: now.createdAt })
      ? [{ now, before: inOrder.at(-2) ?? null }]
      : [];
  });
}

/** Obstacles that stand in the way, the oldest first. */
export function openObstacles<E extends Pick<Entry, "kind" | "state" | "createdAt">>(
  entries: readonly E[],
): E[] {
  return entries
    .filter((row) => row.kind === "obstacle" && row.state !== "overcome" && row.state !== "parked")
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

/**
 * Advice that was heard, is some weeks old and was not tried: each piece in exactly one meeting, the first after that
 * time which was not called off. So nobody is asked about it again and again.
 */
export function untriedAdvice<
  E extends Pick<Entry, "id" | "kind" | "state" | "createdAt" | "happenedAt" | "meetingId">,
>(
  entries: readonly E[],
  meeting: Pick<Meeting, "id">,
  meetings: readonly Pick<Meeting, "id" | "status" | "startsOn" | "startsTime" | "timeZone" | "deletedAt">[],
  timeZone: string,
): E[] {
  const inOrder = meetings
    .filter((each) => !each.deletedAt && (each.status === "planned" || each.status === "held"))
    .toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const shownIn = (entry: E): Id | undefined => {
    const from = addDays(dayOf(entry.happenedAt ?? entry.createdAt, timeZone), untriedAfterWeeks * 7);
    return inOrder.find((each) => each.startsOn >= from && each.id !== entry.meetingId)?.id;
  };
  return entries
    .filter((entry) => entry.kind === "advice" && (!entry.state || entry.state === "heard"))
    .filter((entry) => shownIn(entry) === meeting.id)
    .toSorted((a, b) => a.createdAt - b.createdAt);
}
