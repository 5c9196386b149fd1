import { i18n } from "#i18n";
import { checklistItems, type ChecklistItemId, type MentorItemId } from "@/lib/content/checklists.ts";
import type { Role } from "@/lib/domain/vocabulary.ts";
import type { ChecklistItem } from "@/lib/state/checklist-acts.ts";

const mentorItems = new Set<string>(
  checklistItems.filter((item) => "mentorWords" in item).map((item) => item.id),
);

/** What an item of a checklist says: one's own words, or what ships, as it is for the role. */
export function itemWords(item: ChecklistItem, role: Role): string {
  if (!item.shipped) return item.text;
  const { id } = item.shipped;
  return role === "mentor" && isMentorItem(id)
    ? i18n.t(`checklist.mentor.${id}`)
    : i18n.t(`checklist.items.${id}`);
}

function isMentorItem(id: ChecklistItemId): id is MentorItemId {
  return mentorItems.has(id);
}
