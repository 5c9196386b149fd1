import type { Write } from "@/lib/domain/change.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { followersOf, inventoryFor, type InventoryLine, standInId } from "@/lib/domain/inventory-lines.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { InventoryKind } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom } from "./input.ts";
import { nextOrder } from "./lines.ts";
import { mutate } from "./mutate.ts";

/** Everything that was noted down, for `inventoryFor`. It is the lists of one person: read as a whole. */
export function inventoryRows(db: MilepostDb): Promise<InventoryItem[]> {
  return db.inventory.toArray();
}

/** @param line.mentorshipId `null` for all mentorships */
export function addInventoryItem(
  db: MilepostDb,
  line: { mentorshipId: Id | null; kind: InventoryKind; text: string },
): Promise<Id | null> {
  return mutate(db, { did: "addInventoryItem" }, async () => {
    const { mentorshipId, kind } = line;
    const siblings = (await db.inventory.toArray()).filter((row) => row.kind === kind);
    const patch = {
      mentorshipId,
      kind,
      text: lineFrom(line.text),
      hidden: false,
      order: nextOrder(siblings),
    };
    return [{ table: "inventory", id: db.newId(), patch }];
  });
}

/**
 * Changes the words of a line as a mentorship shows it. Those of a line for all mentorships change in all of them, unless
 * `onlyHere`: then a line of this mentorship stands in its place.
 */
export function editInventoryItem(
  db: MilepostDb,
  mentorshipId: Id,
  id: Id,
  edit: { text: string; onlyHere?: boolean },
): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, async () => {
    const text = lineFrom(edit.text);
    const { line, rows } = await lineOf(db, mentorshipId, id);
    if (line.reach !== "all" || !line.general) return [rowWrite(line.item.id, { text })];
    if (edit.onlyHere) return text === line.general.text ? [] : [hereWrite(mentorshipId, line, { text })];
    return [line.general, ...followersOf(rows, line.general)].map((row) => rowWrite(row.id, { text }));
  });
}

/** Keeps a line for all mentorships in this one alone, with what holds of it here. */
export function keepOnlyHere(db: MilepostDb, mentorshipId: Id, id: Id): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, async () => {
    const { line, rows } = await lineOf(db, mentorshipId, id);
    if (!line.general) return [];
    const { usedOn, usedInId, becameTable, becameId } = line.item;
    return [
      rowWrite(line.general.id, { mentorshipId, usedOn, usedInId, becameTable, becameId }),
      // What says the same words in its place would stand there twice, or in a mentorship that it left.
      ...followersOf(rows, line.general).map((row) => rowWrite(row.id, { deletedAt: db.now() })),
    ];
  });
}

/** Makes a line of one mentorship a line for all. */
export function sayEverywhere(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, () => [
    rowWrite(id, { mentorshipId: null, replacesId: null }),
  ]);
}

/** Puts a line for all mentorships away in this one, or shows it again. */
export function hideInventoryItem(
  db: MilepostDb,
  mentorshipId: Id,
  id: Id,
  hidden: boolean,
): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, async () => {
    const { line } = await lineOf(db, mentorshipId, id);
    if (!line.general) throw new UserError("notFound");
    return [hereWrite(mentorshipId, line, { hidden })];
  });
}

/** Lets a line that was changed here say again what it says everywhere. */
export function sayAsEverywhere(db: MilepostDb, mentorshipId: Id, id: Id): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, async () => {
    const { line } = await lineOf(db, mentorshipId, id);
    return line.general ? [rowWrite(line.item.id, { text: line.general.text })] : [];
  });
}

/**
 * Moves a line to the trash. One for all mentorships is gone from all of them; one that was changed here is only put
 * away here.
 */
export function removeInventoryItem(db: MilepostDb, mentorshipId: Id, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeInventoryItem" }, async () => {
    const { line, rows } = await lineOf(db, mentorshipId, id);
    if (line.reach === "changed") return [hereWrite(mentorshipId, line, { hidden: true })];
    const gone = line.general ? [line.general, ...followersOf(rows, line.general)] : [line.item];
    return gone.map((row) => rowWrite(row.id, { deletedAt: db.now() }));
  });
}

/** Stamps an idea for rapport with the day and the meeting it was used in; without a day it is unused again. */
export function markUsed(
  db: MilepostDb,
  mentorshipId: Id,
  id: Id,
  used: { on: Day | null; meetingId: Id | null },
): Promise<Id | null> {
  return mutate(db, { did: "editInventoryItem" }, async () => {
    const { line } = await lineOf(db, mentorshipId, id);
    return [hereWrite(mentorshipId, line, { usedOn: dayFrom(used.on), usedInId: used.meetingId })];
  });
}

/**
 * What writes facts of a line that hold in one mentorship. A line for all mentorships gets a row that stands in its
 * place there; it says the same words, and follows when they change. Call inside a transaction.
 */
export function hereWrite(mentorshipId: Id, line: InventoryLine, facts: Partial<InventoryItem>): Write {
  const { item, general } = line;
  if (!general || item.id !== general.id) return rowWrite(item.id, facts);
  const standIn: Partial<InventoryItem> = {
    mentorshipId,
    kind: general.kind,
    text: general.text,
    replacesId: general.id,
    order: general.order,
    hidden: false,
    deletedAt: null,
    ...facts,
  };
  return rowWrite(standInId(mentorshipId, general.id), standIn);
}

/** A line as this mentorship shows it, or has put it away. Call inside a transaction. */
export async function lineOf(
  db: MilepostDb,
  mentorshipId: Id,
  id: Id,
): Promise<{ line: InventoryLine; rows: InventoryItem[] }> {
  const rows = await db.inventory.toArray();
  const { lines, hidden } = inventoryFor(rows, mentorshipId);
  const line = [...lines, ...hidden].find(({ item, general }) => item.id === id || general?.id === id);
  if (!line) throw new UserError("notFound");
  return { line, rows };
}

function rowWrite(id: Id, patch: Partial<InventoryItem>): Write {
  return { table: "inventory", id, patch };
}
