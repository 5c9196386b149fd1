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

/** Notes down "I expect …" as one sentence: it is what the expectation is about, and the own side of it. */
export function addExpected(
  db: MilepostDb,
  mentorshipId: Id,
  expected: { of: "me" | "them"; text: string },
): Promise<Id | null> {
  return mutate(db, { did: "addExpectation" }, async () => {
    const text = lineFrom(expected.text);
    const order = nextOrder(await db.expectations.where("mentorshipId").equals(mentorshipId).toArray());
    const patch = { mentorshipId, of: expected.of, about: text, mine: text, theirs: "", order };
    return [{ table: "expectations", id: db.newId(), patch: { ...patch, state: "open" as const } }];
  });
}

/** Changes the sentence. What was said about it more fully since stays. */
export function editExpected(db: MilepostDb, id: Id, text: string): Promise<Id | null> {
  return mutate(db, { did: "editExpectation" }, async () => {
    const about = lineFrom(text);
    const row = await db.expectations.get(id);
    if (!row) throw new UserError("notFound");
    const same = (row.mine ?? "") === row.about;
    return [{ table: "expectations", id, patch: { about, ...(same ? { mine: about } : {}) } }];
  });
}

export function removeExpected(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeExpectation" }, () => [
    { table: "expectations", id, patch: { deletedAt: db.now() } },
  ]);
}
