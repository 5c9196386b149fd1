import type { MilepostDb } from "@/lib/db/database.ts";

/** A page that waits for its answer takes it within this, ms. */
const takenWithinMs = 2_000;
/** What a page asked for before it was closed may still be under way so long, ms. */
const underWayMs = 30_000;

/**
 * The recovery code of a space that was begun while the page that asked for it was closed.
 * @returns `null` where there is none, or its page is still there
 */
export async function leftCode(db: MilepostDb): Promise<string | null> {
  for (let waited = 0; waited < underWayMs; waited += takenWithinMs) {
    if ((await db.spaceTasks.count()) === 0) return null;
    const before = await codesIn(db);
    await new Promise((resolve) => {
      setTimeout(resolve, takenWithinMs);
    });
    const left = (await codesIn(db)).find(({ id }) => before.some((each) => each.id === id));
    if (!left) continue;
    await db.spaceTasks.delete(left.id);
    return left.code;
  }
  return null;
}

async function codesIn(db: MilepostDb): Promise<{ id: string; code: string }[]> {
  return (await db.spaceTasks.toArray()).flatMap(({ id, answer }) =>
    typeof answer === "object" &&
    answer !== null &&
    "recoveryCode" in answer &&
    typeof answer.recoveryCode === "string"
      ? [{ id, code: answer.recoveryCode }]
      : [],
  );
}
