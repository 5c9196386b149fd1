import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { BankQuestion } from "@/lib/domain/question-bank.ts";
import type { Question } from "@/lib/domain/question.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { nextOrder } from "./lines.ts";
import { mutate } from "./mutate.ts";
import { questionRows } from "./question-rows.ts";

/** A question as a form or a file gives it. */
export interface QuestionForm {
  text: string;
  /** The key of a set that ships, or the name of one's own. */
  set: string;
  tags: readonly string[];
  sensitive: boolean;
}

export function addQuestion(db: MilepostDb, form: QuestionForm): Promise<Id | null> {
  return mutate(db, { did: "addQuestion" }, async () => [
    {
      table: "questions",
      id: db.newId(),
      patch: { ...patchOf(form), order: nextOrder(await questionRows(db)) },
    },
  ]);
}

/** Changes a question of the bank; one that ships gets a row that stands in its place. */
export function editQuestion(
  db: MilepostDb,
  question: Pick<BankQuestion, "id" | "hidden">,
  form: QuestionForm,
): Promise<Id | null> {
  return mutate(db, { did: "editQuestion" }, () => [
    {
      table: "questions",
      id: question.id,
      patch: { ...patchOf(form), hidden: question.hidden, deletedAt: null },
    },
  ]);
}

/** Puts a question of the bank away, so that it is not suggested; or shows it again. */
export function hideQuestion(
  db: MilepostDb,
  { id, text, set, tags, sensitive }: Pick<BankQuestion, "id" | "text" | "set" | "tags" | "sensitive">,
  hidden: boolean,
): Promise<Id | null> {
  return mutate(db, { did: "editQuestion" }, () => [
    {
      table: "questions",
      id,
      patch: { text, set, tags: [...tags], sensitive, hidden, deletedAt: null },
    },
  ]);
}

/** Moves an own question to the trash; one that ships is again as it shipped. */
export function removeQuestion(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeQuestion" }, () => [
    { table: "questions", id, patch: { deletedAt: db.now() } },
  ]);
}

/** Takes in the questions of a file, in one act. What is there in the same words is passed over. */
export function importQuestions(
  db: MilepostDb,
  questions: readonly QuestionForm[],
  known: ReadonlySet<string>,
): Promise<Id | null> {
  return mutate(db, { did: "importQuestions" }, async () => {
    const first = nextOrder(await questionRows(db));
    const texts = new Set(known);
    return questions.flatMap((question, place): Write[] => {
      const patch = patchOf(question);
      if (texts.has(patch.text)) return [];
      texts.add(patch.text);
      return [{ table: "questions", id: db.newId(), patch: { ...patch, order: first + place } }];
    });
  });
}

function patchOf({ text, set, tags, sensitive }: QuestionForm): Partial<Question> & { text: string } {
  return {
    text: lineFrom(text),
    set: lineFrom(set),
    tags: [...new Set(tags.filter((tag) => tag.trim()).map((tag) => lineFrom(tag)))],
    sensitive,
  };
}
