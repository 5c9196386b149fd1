import type { Id } from "./envelope.ts";
import type { InventoryItem } from "./inventory.ts";
import type { InventoryKind } from "./vocabulary.ts";

/**
 * Where the words of a line come from: written once for all mentorships, written for this one only, or a line for all
 * that says something else here.
 */
export type Reach = "all" | "here" | "changed";

export interface InventoryLine {
  /** The row that counts here: its words, when it was used, what became of it. */
  item: InventoryItem;
  /** The line for all mentorships that it is, or in whose place it stands. */
  general: InventoryItem | null;
  reach: Reach;
}

export interface Inventory {
  lines: InventoryLine[];
  /** Lines for all mentorships that were put away in this one. */
  hidden: InventoryLine[];
}

/** What is true of oneself wherever one goes is written for all mentorships at first, the rest for the one at hand. */
export const generalKinds: readonly InventoryKind[] = ["strength", "growth", "preference", "offer"];

/** Kinds of which a line may stand in every mentorship. */
export const sharedKinds: readonly InventoryKind[] = [...generalKinds, "groundRule"];

/**
 * What a mentorship shows of everything that was noted down, in order: its own lines, and those for all mentorships
 * unless one of its own stands in their place or puts them away. Words never get lost: what stood in the place of a line
 * that is gone stands on its own.
 * @param rows of any mentorship, those in the trash included
 */
export function inventoryFor(rows: readonly InventoryItem[], mentorshipId: Id): Inventory {
  const present = rows.filter((row) => !row.deletedAt);
  const general = new Map(present.filter((row) => !row.mentorshipId).map((row) => [row.id, row]));
  const own = present.filter((row) => row.mentorshipId === mentorshipId);
  const standIns = new Map<Id, InventoryItem>();
  for (const row of own.toSorted((a, b) => a.createdAt - b.createdAt)) {
    if (row.replacesId && general.has(row.replacesId)) standIns.set(row.replacesId, row);
  }
  const lines: InventoryLine[] = [];
  const hidden: InventoryLine[] = [];
  for (const row of general.values()) {
    const item = standIns.get(row.id) ?? row;
    const line = { item, general: row, reach: item.text === row.text ? "all" : "changed" } as const;
    (item !== row && item.hidden ? hidden : lines).push(line);
  }
  for (const item of own) {
    const stands = item.replacesId ? standIns.get(item.replacesId) === item : false;
    if (!stands && !item.hidden) lines.push({ item, general: null, reach: "here" });
  }
  return { lines: lines.toSorted(inOrder), hidden: hidden.toSorted(inOrder) };
}

/** The id of the row that stands in the place of a general line: the same wherever it is made, so it is made once. */
export function standInId(mentorshipId: Id, generalId: Id): Id {
  return `${mentorshipId}.${generalId}`;
}

/** The rows that stand in the place of a general line and say the same words: they follow when those are changed. */
export function followersOf(rows: readonly InventoryItem[], general: InventoryItem): InventoryItem[] {
  return rows.filter(
    (row) => !row.deletedAt && row.replacesId === general.id && row.mentorshipId && row.text === general.text,
  );
}

function inOrder(a: InventoryLine, b: InventoryLine): number {
  return a.item.order - b.item.order || a.item.createdAt - b.item.createdAt;
}
