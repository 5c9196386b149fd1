import type { Id } from "@/lib/domain/envelope.ts";
import type { Expectation } from "@/lib/domain/expectation.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { nextOrder } from "./lines.ts";
import { mutate } from "./mutate.ts";

/** The expectations of a mentorship in their order. */
export async function expectedOf(db: MilepostDb, mentorshipId: Id): Promise<Expectation[]> {
  const rows = await db.expectations.where("mentorshipId").equals(mentorshipId).toArray();
  return rows
    .filter((row) => !row.deletedAt)
    .toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}

/**
 * Notes down "I expect …" as one sentence, the own side of an expectation.
 * @param expected.about what stands over it on the board, such as "I expect of Amara"
 */
export function addExpected(
  db: MilepostDb,
  mentorshipId: Id,
  expected: { of: "me" | "them"; about: string; text: string },
): Promise<Id | null> {
  return mutate(db, { did: "addExpectation" }, async () => {
    const mine = lineFrom(expected.text);
    const order = nextOrder(await db.expectations.where("mentorshipId").equals(mentorshipId).toArray());
    const patch = { mentorshipId, of: expected.of, about: lineFrom(expected.about), mine, theirs: "", order };
    return [{ table: "expectations", id: db.newId(), patch: { ...patch, state: "open" as const } }];
  });
}

/** What an expectation says in one sentence: the own side, or what it is about while that is not written. */
export function sentenceOf(row: Pick<Expectation, "mine" | "about">): string {
  return row.mine || row.about;
}

/** Changes the sentence. */
export function editExpected(db: MilepostDb, id: Id, text: string): Promise<Id | null> {
  return mutate(db, { did: "editExpectation" }, async () => {
    const row = await db.expectations.get(id);
    if (!row) throw new UserError("notFound");
    const sentence = lineFrom(text);
    return [{ table: "expectations", id, patch: row.mine ? { mine: sentence } : { about: sentence } }];
  });
}

export function removeExpected(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeExpectation" }, () => [
    { table: "expectations", id, patch: { deletedAt: db.now() } },
  ]);
}
