import { i18n } from "#i18n";
import type { checklistItems } from "@/lib/content/checklists.ts";
import {
  addCheck,
  editCheck,
  hideShipped,
  removeCheck,
  type ShippedCheck,
  tickOwn,
  tickShipped,
} from "@/lib/db/checks.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { ListItem } from "@/lib/domain/checklist.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";

export type ChecklistItem = ListItem<(typeof checklistItems)[number]>;

/** What can be done with the items of a checklist, on the page of a stage and in a kickoff. */
export const checklistActs = {
  tick(mentorshipId: Id, item: ChecklistItem, done: boolean): Promise<boolean> {
    const doneOn = done ? today.peek() : null;
    return perform(() =>
      item.shipped
        ? tickShipped(db, shippedCheck(mentorshipId, item.shipped), doneOn)
        : tickOwn(db, item.id, doneOn),
    );
  },
  /** A shipped item is put away and can be brought back, one's own goes to the trash. */
  putAway(mentorshipId: Id, item: ChecklistItem): Promise<boolean> {
    return item.shipped
      ? perform(
          () => hideShipped(db, shippedCheck(mentorshipId, item.shipped), true),
          i18n.t("checklist.said.putAway"),
        )
      : perform(() => removeCheck(db, item.id), i18n.t("checklist.said.removed", [item.text]));
  },
  bringBack(mentorshipId: Id, item: ChecklistItem): Promise<boolean> {
    const { shipped } = item;
    return perform(
      async () => shipped && hideShipped(db, shippedCheck(mentorshipId, shipped), false),
      i18n.t("checklist.said.back"),
    );
  },
  add(mentorshipId: Id, stage: Stage, text: string) {
    return performInForm(() => addCheck(db, mentorshipId, stage, text), i18n.t("checklist.said.added"));
  },
  edit(id: Id, text: string) {
    return performInForm(() => editCheck(db, id, text), i18n.t("checklist.said.saved"));
  },
};

export type ChecklistActs = typeof checklistActs;

function shippedCheck(mentorshipId: Id, item: { id: string; stage: Stage }): ShippedCheck {
  return { mentorshipId, stage: item.stage, item: item.id };
}
