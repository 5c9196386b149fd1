import type { Instant } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import type { Note } from "@/lib/domain/note.ts";

/** When the text was written, in whichever browser; `null` before it ever was. */
export function savedAt(row: Note | undefined): Instant | null {
  return row?._c?.["text"]?.[0] ?? null;
}

/** A row that any field of was written after what is known of it. */
export function isNewer(row: Note, known: Note | undefined): boolean {
  const knownClocks = known?._c ?? {};
  return Object.entries(row._c ?? {}).some(([field, stamp]) => {
    const knownStamp = knownClocks[field];
    return !knownStamp || compareStamps(stamp, knownStamp) > 0;
  });
}
