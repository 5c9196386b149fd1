import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import { type DueItem } from "@/lib/domain/due.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

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
