import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import { type HistoryField, historyFields } from "@/lib/domain/history-fields.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { bringBack, openConflicts, putAway, type SpacePage, useOther } from "@/lib/spaces/set-up.ts";
import { valueWords } from "@/lib/i18n/values.ts";
import { say, perform } from "./acts.ts";
import { today } from "./clock.ts";
import { liveSignal } from "./live-signal.ts";
import { stageWording } from "./stage-words.ts";

/** Two values of one field, of which the later one is kept. */
export interface ConflictView {
  i: number;
  /** What it is of, as it is called; of notes their meeting. */
  title: string;
  isNotes: boolean;
  field: HistoryField | null;
  /** What the record says now: the later one, or what was made of it since. */
  kept: string;
  other: string;
  /** Long enough to be compared side by side. */
  isText: boolean;
  /** The browser in which the other was written, if it is known. */
  from: string;
  /** When that was, epoch ms. */
  at: number;
}

/** Beyond this, two versions are shown beside each other. */
const longText = 80;

export function createSyncConflicts(page: SpacePage) {
  const { db } = page;
  /** What the meetings are called whose notes these are. */
  const notesIn = async (conflicts: readonly { table: string; id: Id }[]): Promise<Map<Id, string>> => {
    const ids = conflicts.filter(({ table }) => table === "notes").map(({ id }) => id);
    const notes = (await db.notes.bulkGet(ids)).filter((note) => note !== undefined);
    const meetings = await db.meetings.bulkGet(notes.map(({ meetingId }) => meetingId));
    return new Map(notes.flatMap(({ id }, at) => (meetings[at] ? [[id, meetings[at].title] as const] : [])));
  };
  /** Those that were just put away. */
  const justKept = signal<readonly ConflictView[]>([]);
  return {
    open: liveSignal(async (): Promise<ConflictView[]> => {
      const conflicts = await openConflicts(db);
      if (conflicts.length === 0) return [];
      const wording = stageWording.peek();
      const notes = await notesIn(conflicts);
      return conflicts.map(({ i, table, id, field, current, lost, title, browser, isHere, at }) => {
        const known = fieldOf(table, field);
        const words = (value: unknown): string => {
          if (typeof value === "string" && !known) return value;
          return known
            ? valueWords(known.table, known.field, value, {
                today: today.peek(),
                partner: i18n.t("sync.conflicts.them"),
                wording,
              })
            : "";
        };
        const [keptWords, otherWords] = [words(current), words(lost)];
        return {
          i,
          title: notes.get(id) ?? title,
          isNotes: notes.has(id),
          field: known?.field ?? null,
          kept: keptWords,
          other: otherWords,
          isText:
            Math.max(keptWords.length, otherWords.length) > longText || /\n/u.test(keptWords + otherWords),
          from: isHere ? i18n.t("sync.conflicts.here") : browser,
          at,
        };
      });
    }),
    /** As any edit: it is in the history and can be undone. */
    async use(i: number): Promise<void> {
      let same = false;
      const done = await perform(async () => {
        const act = await useOther(page, i);
        same = act === null;
        if (act) say(i18n.t("sync.conflicts.used"), act);
      });
      if (done && same) say(i18n.t("sync.conflicts.same"));
    },
    justKept,
    /** It is in no history, since nothing changes; so it can be brought back as long as the page stands open. */
    async keep(conflict: ConflictView): Promise<void> {
      if (await perform(() => putAway(db, conflict.i))) justKept.value = [...justKept.peek(), conflict];
    },
    /** It is there again when the page is opened the next time. */
    putOff(): void {
      say(i18n.t("sync.conflicts.putOff"));
    },
    async bringBack({ i }: ConflictView): Promise<void> {
      if (await perform(() => bringBack(db, i)))
        justKept.value = justKept.peek().filter((each) => each.i !== i);
    },
  };
}

export type SyncConflictsModel = ReturnType<typeof createSyncConflicts>;

function fieldOf(table: string, field: string): { table: TableName; field: HistoryField } | null {
  const known = tableNames.find((name) => name === table);
  const name = known && historyFields(known).find((each) => each === field);
  return known && name ? { table: known, field: name } : null;
}
