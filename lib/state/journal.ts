import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { editEntry, entriesOf, removeEntry, addCapture } from "@/lib/db/entries.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import { type EntryKind, entryKinds } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { createCapture, saidCaptured } from "./capture.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";

/** A journal of years is read from its end; so many entries are drawn at a time. */
const pageSize = 100;

async function readJournal() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { id } = focused.mentorship;
  const [entries, meetings, topics] = await Promise.all([
    entriesOf(db, id),
    meetingsOf(db, id),
    topicsOf(db, id),
  ]);
  return {
    mentorshipId: id,
    entries,
    meetings: new Map(meetings.map((meeting) => [meeting.id, meeting.title])),
    /** What stands on the next agenda already, by its origin or its words. */
    onAgenda: new Set(
      topics
        .filter((topic) => topic.state === "open")
        .map((topic) => (topic.fromTable === "entries" && topic.fromId) || topic.title),
    ),
  };
}

type Read = NonNullable<Awaited<ReturnType<typeof readJournal>>>;

export interface JournalEntry {
  entry: Entry;
  meeting: { id: Id; title: string } | null;
  onAgenda: boolean;
}

export interface JournalDay {
  on: Day;
  entries: JournalEntry[];
}

function viewOf(read: Read, filter: EntryKind | null, shown: number, timeZone: string, day: Day) {
  const wanted = (filter ? read.entries.filter((entry) => entry.kind === filter) : read.entries).toSorted(
    (a, b) => happened(b) - happened(a),
  );
  const days: JournalDay[] = [];
  for (const entry of wanted.slice(0, shown)) {
    const on = dayOf(happened(entry), timeZone);
    const title = entry.meetingId ? read.meetings.get(entry.meetingId) : undefined;
    const item: JournalEntry = {
      entry,
      meeting: entry.meetingId && title ? { id: entry.meetingId, title } : null,
      onAgenda: read.onAgenda.has(entry.id) || read.onAgenda.has(topicTitle(entry.text)),
    };
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(item);
    else days.push({ on, entries: [item] });
  }
  return {
    mentorshipId: read.mentorshipId,
    today: day,
    days,
    filter,
    /** Kinds that occur at all, to filter by. */
    kinds: entryKinds.filter((kind) => read.entries.some((entry) => entry.kind === kind)),
    total: read.entries.length,
    more: Math.max(0, wanted.length - shown),
  };
}

export type JournalView = ReturnType<typeof viewOf>;

/**
 * The growth thread of a mentorship, newest first.
 * @param asked the kind of entry that is to be written, where a reminder led here
 */
export function createJournal(asked: string | null = null) {
  const firstKind = entryKinds.find((kind) => kind === asked);
  const timeZone = localTimeZone();
  const rows = liveSignal(readJournal);
  const filter = signal<EntryKind | null>(null);
  const shown = signal(pageSize);
  const add: typeof addCapture = (to, capture) => addCapture(to, { ...capture, on: today.peek() });
  const view = computed(
    () => rows.value && viewOf(rows.value, filter.value, shown.value, timeZone, today.value),
  );
  return {
    view,
    compose: createCapture(
      "journal",
      () => ({ mentorshipId: view.peek()?.mentorshipId ?? null }),
      saidCaptured,
      firstKind ? { add, firstKind } : { add },
    ),
    /** Somebody came to write: the field has the focus, and a question to begin with. */
    asked: firstKind ?? null,
    /** Another question each week. */
    question: i18n.t(`reminders.prompts.${(["a", "b", "c", "d"] as const)[weekOf(today.peek()) % 4] ?? "a"}`),
    /** Shows one kind, or all with `null`. */
    show(kind: EntryKind | null): void {
      filter.value = kind;
      shown.value = pageSize;
    },
    showMore(): void {
      shown.value += pageSize;
    },
    edit(id: Id, edit: { text: string; kind: string; confidential: boolean }) {
      const { text, confidential } = edit;
      const kind = entryKinds.find((each) => each === edit.kind);
      return performInForm(
        () => editEntry(db, id, { text, confidential, ...(kind ? { kind } : {}) }),
        i18n.t("journal.said.saved"),
      );
    },
    remove(id: Id): Promise<boolean> {
      return perform(() => removeEntry(db, id), i18n.t("journal.said.removed"));
    },
    /** Puts an entry on the agenda of the next meeting, once. */
    ask(entry: Pick<Entry, "id" | "kind" | "text">): Promise<boolean> {
      const mentorshipId = view.peek()?.mentorshipId;
      if (!mentorshipId) return Promise.resolve(false);
      return perform(
        () =>
          addTopic(
            db,
            mentorshipId,
            topicTitle(entry.text),
            entry.kind === "question" ? "question" : "topic",
            { table: "entries", id: entry.id },
          ),
        i18n.t("goals.said.onAgenda"),
      );
    },
  };
}

export type JournalModel = ReturnType<typeof createJournal>;

function weekOf(on: Day): number {
  return Math.floor(Date.parse(`${on}T00:00:00Z`) / (7 * 86_400_000));
}

/** When it happened, which may be before it was written down. */
function happened(entry: Entry): number {
  return entry.happenedAt ?? entry.createdAt;
}
