import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { visitRoom } from "@/lib/db/visits.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { NewsKind } from "@/lib/spaces/room-news.ts";
import { db } from "./database.ts";
import { roomNews } from "./room-news.ts";

/**
 * What is marked as new on the page of the room. From when the page is seen it counts as seen, and stays marked as long as
 * the page stands open.
 */
export function createRoomMarks() {
  const isSeen = signal(false);
  const marks = signal<ReadonlyMap<Id, NewsKind>>(new Map());
  const stop = effect(() => {
    const { mentorship, news } = roomNews.value ?? {};
    if (!isSeen.value || !mentorship || !news || news.kinds.size === 0) return;
    const known = marks.peek();
    const kindOf = (id: Id, kind: NewsKind): NewsKind => (known.get(id) === "new" ? "new" : kind);
    marks.value = new Map([
      ...known,
      ...[...news.kinds].map(([id, kind]) => [id, kindOf(id, kind)] as const),
    ]);
    visitRoom(db, mentorship.id, news.upTo).catch((error: unknown) => reportError("visit", error));
  });
  return {
    /** By the id of what is in the room. */
    marks: marks as ReadonlySignal<ReadonlyMap<Id, NewsKind>>,
    /** The page is before the person's eyes, or not any more. */
    setSeen(seen: boolean): void {
      isSeen.value = seen;
    },
    [Symbol.dispose]: stop,
  };
}
