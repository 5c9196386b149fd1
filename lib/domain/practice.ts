import type { Activity } from "./activity.ts";
import type { Day } from "./envelope.ts";
import type { WorkState } from "./vocabulary.ts";

/**
 * Suggestions as they are offered: what was never begun first, in the order in which they ship, then what was, with the
 * activity that was begun from it last.
 */
export function suggestionsInOrder<K extends string>(
  keys: readonly K[],
  activities: readonly Activity[],
): { key: K; last: Activity | null }[] {
  const present = activities.filter((activity) => !activity.deletedAt);
  const offered = keys.map((key) => ({
    key,
    last:
      present
        .filter((activity) => activity.suggestion === key)
        .toSorted((a, b) => a.createdAt - b.createdAt)
        .at(-1) ?? null,
  }));
  return [...offered.filter(({ last }) => !last), ...offered.filter(({ last }) => last)];
}

/** What is begun on a day to come is not under way yet. */
export function stateFrom(startsOn: Day | null, today: Day): WorkState {
  return startsOn && startsOn <= today ? "doing" : "toDo";
}

/** Under way first, then what is to come by its day, then what has none; what is done last, the latest first. */
export function activitiesInOrder<A extends Pick<Activity, "state" | "startsOn" | "createdAt">>(
  activities: readonly A[],
): A[] {
  const rank: Record<WorkState, number> = { doing: 0, toDo: 1, done: 2 };
  return activities.toSorted((a, b) => {
    const byState = rank[a.state] - rank[b.state];
    const [x, y] = [a.startsOn ?? "9999", b.startsOn ?? "9999"];
    const byDay = (x < y ? -1 : x > y ? 1 : a.createdAt - b.createdAt) * (a.state === "done" ? -1 : 1);
    return byState || byDay;
  });
}
