import { i18n } from "#i18n";
import { deleteForGood, restoreFromTrash, trashItems } from "@/lib/db/trash.ts";
import { trashDays, type TrashItem } from "@/lib/domain/trash.ts";
import { perform } from "./acts.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import { whileFewer } from "./health.ts";
import { liveSignal } from "./live-signal.ts";

/** What was removed in the last weeks: back to its place, or gone for good. */
export function createTrash() {
  return {
    items: liveSignal(() => trashItems(db)),
    now: minute,
    days: trashDays,
    restore(item: TrashItem): Promise<boolean> {
      return perform(
        () => restoreFromTrash(db, item.table, item.id),
        i18n.t("trash.said.restored", [item.title]),
      );
    },
    deleteForGood(items: readonly TrashItem[]): Promise<boolean> {
      return perform(async () => {
        await whileFewer(db, () => deleteForGood(db, items));
      }, i18n.t("trash.said.gone"));
    },
  };
}

export type TrashModel = ReturnType<typeof createTrash>;
