import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import type { DueItem } from "@/lib/domain/due.ts";
import { dueItems } from "@/lib/domain/due.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { shownOf, trashedParents } from "./shown.ts";

export interface NewCommitment {
  mentorshipId: Id | null;
  title: string;
  owner: Owner;
  /** `YYYY-MM-DD`, empty for none. */
  dueOn: string;
  must?: boolean;
}

export async function addCommitment(
  db: MilepostDb,
  commitment: NewCommitment,
): Promise<{ id: Id; act: Id | null }> {
  const id = db.newId();
  const act = await mutate(db, { did: "addCommitment" }, () => [
    {
      table: "commitments",
      id,
      patch: {
        mentorshipId: commitment.mentorshipId,
        title: lineFrom(commitment.title),
        owner: commitment.owner,
        dueOn: dayFrom(commitment.dueOn),
        must: commitment.must ?? true,
        status: "open",
      },
    },
  ]);
  return { id, act };
}

export function editCommitment(
  db: MilepostDb,
  id: Id,
  edit: { title?: string; owner?: Owner; dueOn?: string; must?: boolean },
): Promise<Id | null> {
  return mutate(db, { did: edit.dueOn === undefined ? "editCommitment" : "moveCommitment" }, () => [
    {
      table: "commitments",
      id,
      patch: {
        ...(edit.title === undefined ? {} : { title: lineFrom(edit.title) }),
        ...(edit.owner === undefined ? {} : { owner: edit.owner }),
        ...(edit.dueOn === undefined ? {} : { dueOn: dayFrom(edit.dueOn), snoozedUntilAt: null }),
        ...(edit.must === undefined ? {} : { must: edit.must }),
      },
    },
  ]);
}

/** The needs that promises were made of, by the id of the promise. */
export async function neededFor(db: MilepostDb): Promise<Map<Id, string>> {
  const rows = await db.inventory
    .filter((row) => row.becameTable === "commitments" && !row.deletedAt)
    .toArray();
  return new Map(rows.flatMap((row): [Id, string][] => (row.becameId ? [[row.becameId, row.text]] : [])));
}

export function completeCommitment(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "completeCommitment" }, async () =>
    (await db.commitments.get(id))?.status === "done"
      ? []
      : [{ table: "commitments", id, patch: { status: "done", doneAt: db.now() } }],
  );
}

export function reopenCommitment(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "reopenCommitment" }, () => [
    { table: "commitments", id, patch: { status: "open", doneAt: null } },
  ]);
}

export function removeCommitment(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeCommitment" }, () => [
    { table: "commitments", id, patch: { deletedAt: db.now() } },
  ]);
}

/** Puts a due thing off until `until` (epoch ms); its date stays. */
export function snooze(
  db: MilepostDb,
  item: Pick<DueItem, "table" | "id">,
  until: Instant,
): Promise<Id | null> {
  return mutate(db, { did: "snooze" }, () => [
    { table: item.table, id: item.id, patch: { snoozedUntilAt: until } },
  ]);
}

/** All promises of a mentorship that are not in the trash. */
export async function commitmentsOf(db: MilepostDb, mentorshipId: Id): Promise<Commitment[]> {
  const rows = await db.commitments.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt);
}

/** What is due now, over all mentorships. Reads only what has a date that has come, by index. */
export async function dueNow(db: MilepostDb, timeZone: string): Promise<DueItem[]> {
  const now = db.now();
  const today = dayOf(now, timeZone);
  const [commitments, milestones] = await Promise.all([
    db.commitments.where("[status+dueOn]").between(["open", ""], ["open", today], true, true).toArray(),
    db.milestones.where("[status+dueOn]").between(["open", ""], ["open", today], true, true).toArray(),
  ]);
  const trashed = await trashedParents(db);
  return dueItems(shownOf(commitments, trashed), shownOf(milestones, trashed), today, now);
}
