import type { Write } from "@/lib/domain/change.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Expectation } from "@/lib/domain/expectation.ts";
import type { ExpectationState } from "@/lib/domain/vocabulary.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom, reasonFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { newTopic } from "./topics.ts";
import { topicsOf } from "./topic-rows.ts";
import { nextOrder } from "./lines.ts";

/** The expectations of a mentorship in their order, those in the trash left out. */
export async function expectationsOf(db: MilepostDb, mentorshipId: Id): Promise<Expectation[]> {
  const rows = await db.expectations.where("mentorshipId").equals(mentorshipId).toArray();
  return rows
    .filter((row) => !row.deletedAt)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.createdAt - b.createdAt);
}

export interface ExpectationWords {
  about: string;
  mine: string;
  theirs: string;
}

export function addExpectation(
  db: MilepostDb,
  mentorshipId: Id,
  words: ExpectationWords,
): Promise<Id | null> {
  return mutate(db, { did: "addExpectation" }, async () => {
    const siblings = await expectationsOf(db, mentorshipId);
    const order = nextOrder(siblings);
    const patch = { mentorshipId, ...wordsFrom(words), state: "open" as const, order };
    return [{ table: "expectations", id: db.newId(), patch }];
  });
}

export function editExpectation(
  db: MilepostDb,
  id: Id,
  { reason, ...words }: ExpectationWords & { reason?: string },
): Promise<Id | null> {
  return mutate(db, { did: "editExpectation", ...reasonFrom(reason) }, () => [
    { table: "expectations", id, patch: wordsFrom(words) },
  ]);
}

/**
 * Says how the two views fit together. What is to be discussed comes on the agenda of the next meeting in the same act,
 * once; what was aligned has been looked at.
 * @param state with `on`, the day (`YYYY-MM-DD`), and the words of the topic
 */
export function setExpectationState(
  db: MilepostDb,
  id: Id,
  { state, on, topic }: { state: ExpectationState; on: Day; topic: string },
): Promise<Id | null> {
  return mutate(db, { did: "editExpectation" }, async () => {
    const row = await db.expectations.get(id);
    if (!row || row.deletedAt) throw new UserError("notFound");
    const looked = state === "aligned" || state === "realigned" ? { reviewedOn: on } : {};
    const writes: Write[] = [{ table: "expectations", id, patch: { state, ...looked } }];
    if (state !== "toDiscuss") return writes;
    const { mentorshipId } = row;
    const topics = await topicsOf(db, mentorshipId);
    const added = newTopic(db, topics, { mentorshipId, title: topic, from: { table: "expectations", id } });
    return added ? [...writes, added] : writes;
  });
}

export function lookAtExpectation(db: MilepostDb, id: Id, on: Day): Promise<Id | null> {
  return mutate(db, { did: "lookAgain" }, () => [{ table: "expectations", id, patch: { reviewedOn: on } }]);
}

export function removeExpectation(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeExpectation" }, () => [
    { table: "expectations", id, patch: { deletedAt: db.now() } },
  ]);
}

function wordsFrom({ about, mine, theirs }: ExpectationWords): ExpectationWords {
  return { about: lineFrom(about), mine: textFrom(mine).trim(), theirs: textFrom(theirs).trim() };
}

/** How often expectations are looked at again, in weeks; `null` for no reminder. */
export function setExpectationsInterval(
  db: MilepostDb,
  mentorshipId: Id,
  weeks: number | null,
): Promise<Id | null> {
  return mutate(db, { did: "editMentorship" }, () => [
    { table: "mentorships", id: mentorshipId, patch: { expectationsEveryWeeks: weeks } },
  ]);
}
