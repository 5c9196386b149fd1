import { i18n } from "#i18n";
import { checklistItems, type ChecklistItemId, type MentorItemId } from "@/lib/content/checklists.ts";
import type { Patch } from "@/lib/domain/change.ts";
import { recordTitle } from "@/lib/domain/record-title.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { Role } from "@/lib/domain/vocabulary.ts";
import type { ChecklistItem } from "./checklist-acts.ts";

const mentorItems = new Set<string>(
  checklistItems.filter((item) => "mentorWords" in item).map((item) => item.id),
);

/** What an item of a checklist says: one's own words, or what ships, as it is for the role. */
export function itemWords(item: ChecklistItem, role: Role): string {
  return item.shipped ? shippedWords(item.shipped.id, role) : item.text;
}

/** What a record is known by; an item that ships has no words of its own in its row. */
export function titleWords(table: TableName, row: Patch): string {
  const shipped = table === "checks" && checklistItems.find((item) => item.id === row["item"]);
  return recordTitle(table, row) || (shipped ? shippedWords(shipped.id, "mentee") : "");
}

function shippedWords(id: ChecklistItemId, role: Role): string {
  return role === "mentor" && isMentorItem(id)
    ? i18n.t(`checklist.mentor.${id}`)
    : i18n.t(`checklist.items.${id}`);
}

function isMentorItem(id: ChecklistItemId): id is MentorItemId {
  return mentorItems.has(id);
}
