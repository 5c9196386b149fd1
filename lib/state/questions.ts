import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { saveFile } from "@/lib/browser/save-file.ts";
import { questionSets, shippedQuestions } from "@/lib/content/questions.ts";
import { addTopicTo, askAgain, editTopic } from "@/lib/db/agenda.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { questionRows } from "@/lib/db/question-rows.ts";
import {
  addQuestion,
  editQuestion,
  hideQuestion,
  importQuestions,
  type QuestionForm,
  removeQuestion,
} from "@/lib/db/questions.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { startOf } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { type BankQuestion, questionBank } from "@/lib/domain/question-bank.ts";
import { questionFile, readQuestions } from "@/lib/formats/question-file.ts";
import { perform, say } from "./acts.ts";
import { topicOf } from "./brief.ts";
import { setName, shippedWords } from "./brief-view.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";

export interface QuestionSetView {
  set: string;
  name: string;
  questions: BankQuestion[];
  putAway: BankQuestion[];
  asked: number;
}

/** The question bank, with what was asked in the mentorship in focus. */
export function createQuestions() {
  const rows = liveSignal(async () => {
    const mentorship = (await focusedMentorship(db))?.mentorship ?? null;
    const [own, topics, meetings] = await Promise.all([
      questionRows(db),
      mentorship ? topicsOf(db, mentorship.id) : [],
      mentorship ? meetingsOf(db, mentorship.id) : [],
    ]);
    return { mentorship, own, topics, meetings };
  });
  const bank = computed(
    () => rows.value && questionBank(shippedQuestions, shippedWords, rows.value.own, rows.value.topics),
  );
  const importFailure = signal<Failure | null>(null);
  return {
    importFailure,
    today,
    setNames: computed(() => [
      ...questionSets.map(setName),
      ...new Set((bank.value ?? []).map(({ set }) => setName(set)).filter((name) => name === keyOf(name))),
    ]),
    view: computed(() => {
      const all = bank.value;
      if (!all || !rows.value) return undefined;
      const names: string[] = [...questionSets];
      const own = [...new Set(all.map(({ set }) => set))].filter((set) => !names.includes(set));
      const sets = [...own, ...names].map((set): QuestionSetView => {
        const questions = all.filter((each) => each.set === set);
        const shown = questions.filter((each) => !each.hidden);
        return {
          set,
          name: setName(set),
          questions: shown,
          putAway: questions.filter((each) => each.hidden),
          asked: shown.filter((each) => each.asked.length > 0).length,
        };
      });
      const timeZone = localTimeZone();
      const days = new Map(
        rows.value.meetings.map((each): [Id, Day] => [each.id, dayOf(startOf(each), timeZone)]),
      );
      return {
        hasMentorship: rows.value.mentorship !== null,
        hasOwn: all.some((each) => each.key === null),
        sets: sets.filter((each) => each.questions.length + each.putAway.length > 0),
        dayOf: (meetingId: Id | null) => (meetingId ? days.get(meetingId) : undefined),
      };
    }),
    ask(question: BankQuestion): Promise<boolean> {
      const mentorshipId = rows.peek()?.mentorship?.id;
      if (!mentorshipId) return Promise.resolve(false);
      return perform(
        () => addTopicTo(db, mentorshipId, topicOf(question, null)),
        i18n.t("questions.said.agenda"),
      );
    },
    again({ asked }: BankQuestion): Promise<boolean> {
      const topics = asked.map(({ topicId }) => topicId);
      return perform(() => askAgain(db, topics), i18n.t("questions.said.again"));
    },
    answer(topicId: Id, answer: string): Promise<Failure | null> {
      return performInForm(() => editTopic(db, topicId, { answer }), i18n.t("questions.said.answer"));
    },
    add(form: QuestionForm): Promise<Failure | null> {
      return performInForm(() => addQuestion(db, named(form)), i18n.t("questions.said.added"));
    },
    edit(question: BankQuestion, form: QuestionForm): Promise<Failure | null> {
      return performInForm(() => editQuestion(db, question, named(form)), i18n.t("questions.said.saved"));
    },
    hide(question: BankQuestion, hidden: boolean): Promise<boolean> {
      const said = i18n.t(hidden ? "questions.said.putAway" : "questions.said.shown");
      return perform(() => hideQuestion(db, question, hidden), said);
    },
    remove(question: BankQuestion): Promise<boolean> {
      const said = i18n.t(question.key === null ? "questions.said.removed" : "questions.said.saved");
      return perform(() => removeQuestion(db, question.id), said);
    },
    export(): void {
      const own = (bank.peek() ?? []).filter((each) => each.key === null);
      const name = i18n.t("questions.fileName");
      const text = questionFile(
        own.map((each) => ({ ...each, set: setName(each.set), tags: [...each.tags] })),
      );
      saveFile(new Blob([text], { type: "application/json" }), name);
      say(i18n.t("questions.said.exported", [name]));
    },
    /** Takes questions in from a file; what is wrong with it is said at the field. */
    async import(file: File): Promise<void> {
      const known = new Set((bank.peek() ?? []).map(({ text }) => text));
      importFailure.value = await performInForm(async () => {
        const questions = await readQuestions(file);
        const mine = i18n.t("questions.mine");
        const count = new Set(questions.map(({ text }) => text.trim()).filter((text) => !known.has(text)))
          .size;
        const act = await importQuestions(
          db,
          questions.map((each) => ({ ...each, set: keyOf(each.set.trim() || mine) })),
          known,
        );
        say(i18n.t("questions.said.imported", count), act);
      });
    },
  };
}

export type QuestionsModel = ReturnType<typeof createQuestions>;

function named(form: QuestionForm): QuestionForm {
  return { ...form, set: keyOf(form.set.trim() || i18n.t("questions.mine")) };
}

/** The key of a set that ships by its name; other names are their own key. */
function keyOf(name: string): string {
  return questionSets.find((set) => setName(set) === name) ?? name;
}
