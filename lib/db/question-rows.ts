import type { Question } from "@/lib/domain/question.ts";
import type { MilepostDb } from "./database.ts";

/** What the person made of the question bank: own questions, and those that ship in other words. */
export async function questionRows(db: MilepostDb): Promise<Question[]> {
  const rows = await db.questions.toArray();
  return rows.filter((row) => !row.deletedAt);
}
