import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { saveFile } from "@/lib/browser/save-file.ts";
import { readMeetingRecord } from "@/lib/db/meeting-record.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { ownNoteTexts } from "@/lib/db/note-rows.ts";
import { ratingsOf } from "@/lib/db/reviews.ts";
import { heldBefore, heldUntil } from "@/lib/domain/accomplished.ts";
import { startOf } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { confidentialTopics } from "@/lib/domain/confidential-topics.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { chartOf } from "@/lib/domain/metric-chart.ts";
import { withoutPictures } from "@/lib/domain/picture-line.ts";
import { trackerRows } from "@/lib/domain/tracker.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import { type Recap, recapsMarkdown } from "@/lib/formats/recap.ts";
import type { RecordTable } from "@/lib/formats/record-table.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { fileNameFrom } from "./agreement-document.ts";
import { say } from "./acts.ts";
import { localTimeZone, minute } from "./clock.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { isShareable, ownerName } from "./meeting-markdown.ts";
import { accomplishedHead, accomplishedWords } from "./meeting-recap.ts";
import { partnerName, partnerShort } from "./partner-name.ts";
import { oneLine } from "@/lib/domain/one-line.ts";

/** What a cell of the record says, one thing to a line. */
export interface RecordLine {
  id: Id;
  text: string;
  /** Who does it by when, of a next step. */
  meta: string;
  done: boolean;
  confidential: boolean;
}

export const recordColumns = ["accomplished", "topics", "decisions", "feedback", "steps"] as const;
export type RecordColumn = (typeof recordColumns)[number];

export interface RecordRow {
  id: Id;
  title: string;
  on: Day;
  sinceOn: Day | null;
  cells: Record<RecordColumn, RecordLine[]>;
  /** 1 to 5, for the person alone: it is in nothing that is copied or saved from here. */
  useful: number | null;
}

async function readTracker() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { id } = focused.mentorship;
  const [records, ratings, entries] = await Promise.all([
    readMeetingRecord(db, id),
    ratingsOf(db, id),
    db.entries.where("mentorshipId").equals(id).toArray(),
  ]);
  return {
    ...focused,
    records,
    useful: new Map(ratings.map((row) => [row.meetingId, row.useful ?? null])),
    // Also of origins in the trash it is known whether they are meant for anybody else.
    secret: confidentialTopics(records.topics, entries),
  };
}

/** The record of the meetings of the mentorship in focus: one row for each that was held. Loaded apart. */
export function createTracker() {
  const timeZone = localTimeZone();
  const rows = liveSignal(readTracker);
  const view = computed(() => {
    const found = rows.value;
    if (!found) return found;
    const today = dayOf(minute.value, timeZone);
    const short = partnerShort(found);
    const name = (owner: Owner): string => ownerName(owner, { partnerShort: short });
    const table: RecordRow[] = trackerRows(found.records, minute.value).map((row) => {
      const before = heldBefore(found.records.meetings, row.meeting);
      const said = (entries: typeof row.decisions): RecordLine[] =>
        entries.map((entry) => lineOf(entry.id, entry.text, entry.confidential === true));
      return {
        id: row.meeting.id,
        title: row.meeting.title,
        on: dayOf(startOf(row.meeting), timeZone),
        sinceOn: before ? dayOf(heldUntil(before), timeZone) : null,
        useful: found.useful.get(row.meeting.id) ?? null,
        cells: {
          accomplished: row.accomplished.map((each) =>
            lineOf(each.id, accomplishedWords(each, { partnerShort: short }), each.confidential),
          ),
          topics: row.topics.map((topic) => lineOf(topic.id, topic.title, found.secret.has(topic.id))),
          decisions: said(row.decisions),
          feedback: said(row.feedback),
          steps: row.steps.map((step) => ({
            ...lineOf(step.id, step.title, step.confidential === true),
            meta: step.dueOn
              ? i18n.t("meetings.record.stepBy", [name(step.owner), shortDay(step.dueOn, today)])
              : name(step.owner),
            done: step.status === "done",
          })),
        },
      };
    });
    return { partnerName: partnerName(found), today, rows: table, trend: trendOf(table, today) };
  });

  /** What may be handed on, and how much of it may not. */
  const shared = () => {
    const shown = view.peek();
    if (!shown) return null;
    const lines = shown.rows.flatMap((row) => recordColumns.flatMap((column) => row.cells[column]));
    return { shown, left: lines.filter((line) => line.confidential).length };
  };
  const fileName = (end: string): string =>
    `${fileNameFrom("meetings", view.peek()?.partnerName ?? "")}.${end}`;
  const tellLeft = (left: number): void => {
    if (left > 0) say(i18n.t("meetings.record.leftOut", left));
  };

  return {
    view,
    async copy(): Promise<void> {
      const all = shared();
      if (!all) return;
      const { recordMarkdown } = await import("@/lib/formats/record-table.ts");
      const words = recordMarkdown(tableOf(all.shown.rows));
      await copyText(words, all.left > 0 ? i18n.t("confidential.leftOut", all.left) : undefined);
    },
    async saveCsv(): Promise<void> {
      const all = shared();
      if (!all) return;
      const { recordCsv } = await import("@/lib/formats/record-table.ts");
      saveFile(new Blob([recordCsv(tableOf(all.shown.rows))], { type: "text/csv" }), fileName("csv"));
      tellLeft(all.left);
    },
    /** All meetings in one document, the first one first, each under its day: what is added later comes at its end. */
    async saveNotes(): Promise<void> {
      const all = shared();
      if (!all) return;
      const notes = await ownNoteTexts(
        db,
        all.shown.rows.map(({ id }) => id),
      );
      const recaps = all.shown.rows.toReversed().map((row) => {
        const note = notes.get(row.id);
        return recapOfRow(
          row,
          note && !note.confidential ? withoutPictures(note.text, i18n.t("notes.picture.name")) : "",
          all.shown.today,
        );
      });
      const title = i18n.t("meetings.record.fileTitle", [all.shown.partnerName]);
      saveFile(new Blob([recapsMarkdown(title, recaps)], { type: "text/markdown" }), fileName("md"));
      tellLeft(all.left + [...notes.values()].filter((note) => note.confidential && note.text.trim()).length);
    },
  };
}

export type TrackerModel = ReturnType<typeof createTracker>;

/** How useful the meetings were, from the first to the last; from two on it is a way. */
function trendOf(rows: readonly RecordRow[], today: Day) {
  const values = rows
    .toReversed()
    .flatMap(({ id, on, useful }) => (useful === null ? [] : [{ id, on, value: useful }]));
  // The whole scale is in sight, so that a small change looks like one.
  const chart = values.length > 1 ? chartOf({ baseline: 1, target: 5 }, values) : null;
  const words = values.map(({ on, value }) => `${shortDay(on, today)} ${value}`).join(", ");
  return chart && { ...chart, words };
}

function lineOf(id: Id, text: string, confidential: boolean): RecordLine {
  return { id, text: oneLine(text), meta: "", done: false, confidential };
}

/** The record as it is handed on: without what is meant for nobody else. */
export function tableOf(rows: readonly RecordRow[]): RecordTable {
  return {
    heads: [
      i18n.t("meetings.on"),
      i18n.t("meetings.record.meeting"),
      ...recordColumns.map((column) => i18n.t(`meetings.record.${column}`)),
    ],
    rows: rows.map((row) => [
      [row.on],
      [row.title],
      ...recordColumns.map((column) => row.cells[column].filter(isShareable).map(wordsOf)),
    ]),
  };
}

function wordsOf({ text, meta, done }: RecordLine): string {
  const rest = [meta, done && i18n.t("meetings.record.done")].filter(Boolean).join(", ");
  return rest ? `${text} (${rest})` : text;
}

/** @param words the notes, empty where they are meant for nobody else */
export function recapOfRow(row: RecordRow, words: string, today: Day): Recap {
  const headOf = (column: RecordColumn): string =>
    column === "accomplished" ? accomplishedHead(row.sinceOn, today) : i18n.t(`meetings.record.${column}`);
  return {
    title: `${row.on} ${row.title}`,
    lines: [],
    sections: [
      ...recordColumns.map((column) => ({
        heading: headOf(column),
        items: row.cells[column]
          .filter(isShareable)
          .map(({ text, meta, done }) =>
            column === "steps" ? { text: `${text} (${meta})`, done } : { text },
          ),
      })),
      { heading: i18n.t("notes.heading"), words },
    ],
  };
}
