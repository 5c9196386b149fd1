import type { EntityTable } from "dexie";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { StageRecords } from "@/lib/domain/stage-records.ts";
import type { MilepostDb } from "./database.ts";
import { goalsOf, milestonesOf } from "./goal-rows.ts";
import { meetingsOf } from "./meeting-rows.ts";

interface Row {
  id: Id;
  deletedAt?: Instant | null | undefined;
}

/** What the checklists and hints of a mentorship follow from, by index; of the inventory the general lines too. */
export async function readStageRecords(db: MilepostDb, mentorship: Mentorship): Promise<StageRecords> {
  const rowsOf = async <T extends Row>(table: EntityTable<T, "id">): Promise<T[]> =>
    present(await table.where("mentorshipId").equals(mentorship.id).toArray());
  const [checks, goals, milestones, metrics, meetings, inventory, expectations, agreements, reviews] =
    await Promise.all([
      rowsOf(db.checks),
      goalsOf(db, mentorship.id),
      milestonesOf(db, mentorship.id),
      rowsOf(db.metrics),
      meetingsOf(db, mentorship.id),
      generalAndOwn(db, mentorship.id),
      rowsOf(db.expectations),
      rowsOf(db.agreements),
      rowsOf(db.reviews),
    ]);
  return {
    mentorship,
    checks,
    goals,
    milestones,
    metrics,
    meetings,
    inventory,
    expectations,
    agreements,
    reviews,
  };
}

/** Lines without a mentorship are in no index. */
async function generalAndOwn(db: MilepostDb, mentorshipId: Id) {
  const rows = await db.inventory.toArray();
  return present(rows).filter((row) => !row.mentorshipId || row.mentorshipId === mentorshipId);
}

function present<T extends { deletedAt?: Instant | null | undefined }>(rows: readonly T[]): T[] {
  return rows.filter((row) => !row.deletedAt);
}
