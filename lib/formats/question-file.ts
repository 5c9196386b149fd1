import * as z from "zod/mini";
import { Line } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";

export const questionFormat = "milepost-questions";
const version = 1;
/** Hundreds of times what a person writes. */
const largestBytes = 1_000_000;

const QuestionFile = z.object({
  format: z.literal(questionFormat),
  schemaVersion: z.number(),
  questions: z
    .array(
      z.object({
        text: Line.check(z.minLength(1)),
        set: z._default(Line, ""),
        tags: z._default(z.array(Line).check(z.maxLength(20)), []),
        sensitive: z._default(z.boolean(), false),
      }),
    )
    .check(z.minLength(1), z.maxLength(2_000)),
});

export type FileQuestion = z.infer<typeof QuestionFile>["questions"][number];

/** Questions as a file that another person can take in: plain JSON, to be read without Milepost too. */
export function questionFile(questions: readonly FileQuestion[]): string {
  const rows = questions.map(({ text, set, tags, sensitive }) => ({ text, set, tags, sensitive }));
  return `${JSON.stringify({ format: questionFormat, schemaVersion: version, questions: rows }, undefined, 2)}\n`;
}

/**
 * Reads a file of questions, which is hostile until it was found to be one. Changes nothing.
 * @throws UserError `questions…` with the reason why it is refused
 */
export async function readQuestions(file: Blob): Promise<FileQuestion[]> {
  if (file.size > largestBytes) throw new UserError("questionsTooLarge");
  let raw: unknown;
  try {
    raw = JSON.parse(await file.text());
  } catch (error) {
    throw new UserError("questionsNotOurs", { cause: error });
  }
  const read = QuestionFile.safeParse(raw);
  if (!read.success) throw new UserError("questionsNotOurs");
  if (read.data.schemaVersion > version) throw new UserError("questionsNewer");
  return read.data.questions;
}
