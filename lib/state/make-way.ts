import type { MilepostDb } from "@/lib/db/database.ts";
import { moveToBucket } from "@/lib/db/move-to-bucket.ts";
import { hasSpace } from "@/lib/db/space.ts";
import { userErrorIn, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { openProblem } from "./health.ts";

/** Why nothing can be restored now. */
export type NoWay = UserErrorCode | "slow" | "noBucket";

/**
 * Sees to it that there is a database that a backup can be restored into. Only one that the browser cannot open is left
 * behind for an empty one in another place: one that is slow, too new or on a full disk is sound.
 * @returns `null` where it is open
 */
export async function makeWay(db: MilepostDb): Promise<NoWay | null> {
  const problem = await openProblem(db);
  if (!problem) return null;
  if (problem === "slow") return "slow";
  const known = userErrorIn(problem.error);
  if (known) return known.code;
  if (!(await hasSpace())) return "noSpace";
  if (!(await moveToBucket(db.name))) return "noBucket";
  const moved = await openProblem(db);
  return moved === "slow" ? "slow" : moved && "noBucket";
}
