import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { i18n } from "#i18n";
import {
  addTopicTo,
  editAgendaParts,
  editTopic,
  moveTopic,
  splitTopic,
  type TopicEdit,
} from "@/lib/db/agenda.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { reportBack, setEntryState, tryAdvice } from "@/lib/db/entry-state.ts";
import { agendaLines, placesAfterMove } from "@/lib/domain/agenda-order.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { BankQuestion } from "@/lib/domain/question-bank.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import type { EntryState } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { briefMarkdown, leftOutOfBrief } from "./brief-markdown.ts";
import { type BriefRow, briefView, readBrief } from "./brief-view.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { createDraftLine, type DraftLine } from "./meeting-draft-line.ts";
import { park } from "./park.ts";
import type { MeetingView } from "./meeting-view.ts";

/** What stands in the place of a topic while it is changed. */
export type TopicForm = { id: Id; kind: "edit" | "homework" | "split" };

/** What a topic is marked as from its menu. */
type TopicMark = { sensitive: boolean } | { recurs: boolean };

/**
 * The brief beyond the meeting itself: its agenda as it is arranged, and what is worth knowing before the two meet.
 * @param shown the meeting's screens, which this one is part of
 */
export function createBrief(meetingId: Id, shown: ReadonlySignal<MeetingView | null | undefined>) {
  const rows = liveSignal(() => readBrief(meetingId));
  const view = computed(() => rows.value && shown.value && briefView(rows.value, shown.value));
  const form = signal<TopicForm | null>(null);
  const editsParts = signal(false);
  const mentorshipId = (): Id => shown.peek()?.mentorship.id ?? "";

  /** Of each part, the line to write one more topic in. */
  const lines = new Map<Id, DraftLine>();
  const line = (sectionId: Id): DraftLine => {
    const known = lines.get(sectionId);
    if (known) return known;
    const made = createDraftLine(`${meetingId}.topic.${sectionId}`, (title) =>
      perform(() => addTopicTo(db, mentorshipId(), { title, sectionId })),
    );
    lines.set(sectionId, made);
    return made;
  };

  return {
    view,
    form,
    editsParts,
    line,
    obstacle: createDraftLine(`${meetingId}.obstacle`, (text) =>
      perform(() => addCapture(db, { kind: "obstacle", text, mentorshipId: mentorshipId() })),
    ),
    move(id: Id, to: number): Promise<boolean> {
      const now = shown.peek();
      const said = now && movedWords(now, id, to);
      if (!now || !said) return Promise.resolve(false);
      const ids = now.agenda.map((row) => row.id);
      return perform(() => moveTopic(db, ids, now.sections, { id, to }), said);
    },
    edit(id: Id, edit: TopicEdit): Promise<Failure | null> {
      return performInForm(() => editTopic(db, id, edit), i18n.t("brief.saidEdited"));
    },
    mark(id: Id, edit: TopicMark): Promise<boolean> {
      return perform(() => editTopic(db, id, edit), markedWords(edit));
    },
    park: (id: Id, parked: boolean): Promise<boolean> => park(id, parked ? meetingId : null),
    split(id: Id, words: string): Promise<Failure | null> {
      const titles = words.split("\n").filter((each) => each.trim());
      return performInForm(
        () => (titles.length > 1 ? splitTopic(db, id, titles) : editTopic(db, id, { title: words })),
        titles.length > 1 ? i18n.t("brief.saidSplit") : undefined,
      );
    },
    /** @param words one part on each line; `null` for those that ship */
    setParts(words: string | null): Promise<Failure | null> {
      const now = shown.peek();
      if (!now) return Promise.resolve(null);
      const { kind } = now.meeting;
      return performInForm(
        () => editAgendaParts(db, now.mentorship.id, kind, words?.split("\n") ?? null, now.sections),
        i18n.t("brief.saidParts"),
      );
    },
    /** Makes a topic of something that the brief lists. */
    discuss(row: BriefRow, sectionId: Id | null): Promise<boolean> {
      const from = { table: row.table, id: row.id };
      return perform(
        () => addTopicTo(db, mentorshipId(), { title: topicTitle(row.text), sectionId, from }),
        i18n.t("goals.said.onAgenda"),
      );
    },
    ask(question: BankQuestion, sectionId: Id | null): Promise<boolean> {
      return perform(
        () => addTopicTo(db, mentorshipId(), topicOf(question, sectionId)),
        i18n.t("goals.said.onAgenda"),
      );
    },
    setState(id: Id, state: EntryState, said: string): Promise<boolean> {
      return perform(() => setEntryState(db, id, state), said);
    },
    tryAdvice(id: Id): Promise<boolean> {
      return perform(() => tryAdvice(db, id), i18n.t("brief.saidTry"));
    },
    report(id: Id, words: string): Promise<Failure | null> {
      return performInForm(() => reportBack(db, id, words), i18n.t("brief.saidReport"));
    },
    async copy(): Promise<void> {
      const [now, more] = [shown.peek(), view.peek()];
      if (!now || !more) return;
      const left = leftOutOfBrief(now, more);
      await copyText(briefMarkdown(now, more), left > 0 ? i18n.t("confidential.leftOut", left) : undefined);
    },
  };
}

export type BriefModel = ReturnType<typeof createBrief>;

/** Where a topic stands once it was moved; `null` where it stands there already. */
function movedWords({ agenda, sections }: MeetingView, id: Id, to: number): string | null {
  const places = agenda.map((row, order) => ({ id: row.id, order, sectionId: row.sectionId }));
  const moved = placesAfterMove(agendaLines(places, sections), id, to);
  const place = moved.find((each) => each.id === id);
  const before = places.find((each) => each.id === id);
  if (!place || (place.order === before?.order && place.sectionId === before.sectionId)) return null;
  const [at, of] = [String(place.order + 1), String(moved.length)];
  const part = sections.find((each) => each.id === place.sectionId);
  return part ? i18n.t("brief.saidMovedInto", [at, of, part.title]) : i18n.t("brief.saidMoved", [at, of]);
}

function markedWords(mark: TopicMark): string {
  if ("recurs" in mark) return i18n.t(mark.recurs ? "brief.saidEvery" : "brief.saidOnce");
  return i18n.t(mark.sensitive ? "brief.saidSensitive" : "brief.saidNotSensitive");
}

/** A question of the bank as a topic: asked with care if it is to be. */
export function topicOf(question: Pick<BankQuestion, "id" | "text" | "sensitive">, sectionId: Id | null) {
  return {
    title: question.text,
    kind: "question" as const,
    sectionId,
    sensitive: question.sensitive,
    from: { table: "questions" as const, id: question.id },
  };
}
