import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { ownNoteText } from "@/lib/db/note-rows.ts";
import type { FoundInNotes } from "@/lib/db/wrap-up.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { namedOwner } from "@/lib/domain/named-owner.ts";
import { extractCaptures, timeMarkOf } from "@/lib/domain/wrap-up.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";
import { keptText } from "./kept-text.ts";
import { liveSignal } from "./live-signal.ts";
import type { MeetingRows } from "./meeting-view.ts";

/** What a person changed of a line that was read. */
type Edit = Partial<Pick<FoundInNotes, "text" | "owner" | "dueOn" | "must">>;

/** A line of the notes that says something is to be kept. `id` is the same as long as the line is. */
export type Found = FoundInNotes & { id: Id };

/**
 * What the notes of a meeting say is to be kept, and was not yet. Read from the text each time, so that nothing is saved
 * that nobody confirmed; what is changed of it is kept as a draft until the end. Loaded with the wrap-up.
 */
export function createFoundInNotes(meetingId: Id, rows: ReadonlySignal<MeetingRows | null | undefined>) {
  const text = liveSignal(() => ownNoteText(db, meetingId));
  const edits = signal<Readonly<Record<Id, Edit>>>({});
  const store = keptText(`${meetingId}.found`, "found", (kept) => {
    edits.value = editsIn(kept);
  });
  const keep = (next: Readonly<Record<Id, Edit>>): void => {
    edits.value = next;
    store(Object.keys(next).length === 0 ? "" : JSON.stringify(next));
  };

  const found = computed<readonly Found[]>(() => {
    const known = rows.value;
    if (!known || !text.value) return [];
    const taken = new Set([...known.commitments, ...known.entries].map((row) => row.source));
    const said = new Set<string>();
    return (
      extractCaptures(text.value, {
        now: known.meeting.startedAt ?? db.now(),
        timeZone: localTimeZone(),
        locale: navigator.language,
      })
        .filter(({ source }) => !taken.has(source))
        .map((capture) => {
          const { kind, dueOn, must, source } = capture;
          const id = `found:${source}`;
          const atSeconds = timeMarkOf(source);
          return {
            id,
            kind,
            ...namedOwner(capture, known),
            dueOn,
            must,
            source,
            atSeconds,
            ...edits.value[id],
          };
        })
        // The same line twice is meant once.
        .filter(({ id }) => !said.has(id) && Boolean(said.add(id)))
    );
  });

  return {
    found,
    edit(id: Id, edit: Edit): void {
      keep({ ...edits.peek(), [id]: { ...edits.peek()[id], ...edit } });
    },
    clear(): void {
      keep({});
    },
  };
}

/** A draft of an older version may hold something else; then the lines stand as they were read. */
function editsIn(draft: string): Readonly<Record<Id, Edit>> {
  try {
    const edits = JSON.parse(draft) as unknown;
    return typeof edits === "object" && edits !== null ? (edits as Record<Id, Edit>) : {};
  } catch {
    return {};
  }
}
