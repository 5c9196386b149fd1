import type { Entry } from "./entry.ts";
import type { Id } from "./envelope.ts";
import type { Topic } from "./topic.ts";

/**
 * The topics that are about something meant for nobody else. Where that is gone for good, nobody can say any more that
 * it may be shared.
 * @param entries those in the trash too
 */
export function confidentialTopics(
  topics: readonly Pick<Topic, "id" | "fromTable" | "fromId">[],
  entries: readonly Pick<Entry, "id" | "confidential">[],
): ReadonlySet<Id> {
  const open = new Set(entries.filter((entry) => entry.confidential !== true).map(({ id }) => id));
  return new Set(
    topics
      .filter(({ fromTable, fromId }) => fromTable === "entries" && fromId && !open.has(fromId))
      .map(({ id }) => id),
  );
}
