import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";

/** The mentorships and goals that are in the trash. What belongs to them is out of sight with them, as it is. */
export interface Trashed {
  mentorships: ReadonlySet<Id>;
  goals: ReadonlySet<Id>;
}

/** Read by index: costs nothing while the trash is empty. */
export async function trashedParents(db: MilepostDb): Promise<Trashed> {
  const [mentorships, goals] = await Promise.all([
    db.mentorships.where("deletedAt").above(0).primaryKeys(),
    db.goals.where("deletedAt").above(0).primaryKeys(),
  ]);
  return { mentorships: new Set(mentorships), goals: new Set(goals) };
}

/** The rows that are neither in the trash nor part of something that is. */
export function shownOf<
  T extends {
    deletedAt?: Instant | null | undefined;
    mentorshipId?: Id | null | undefined;
    goalId?: Id | null | undefined;
  },
>(rows: readonly T[], trashed: Trashed): T[] {
  return rows.filter(
    (row) =>
      !row.deletedAt &&
      !(row.mentorshipId && trashed.mentorships.has(row.mentorshipId)) &&
      !(row.goalId && trashed.goals.has(row.goalId)),
  );
}
