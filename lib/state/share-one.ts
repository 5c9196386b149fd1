import { i18n } from "#i18n";
import { shareRecords } from "@/lib/db/shared.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { CopiedTable } from "@/lib/domain/shared-copy.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { readRoom, toShare } from "./room-view.ts";

/** Copies one record into the room of its mentorship, the one in focus. */
export function shareOne(table: CopiedTable, id: Id): Promise<boolean> {
  return perform(async () => {
    const read = await readRoom();
    const original = read?.originals.find((each) => each.table === table && each.row.id === id);
    if (!read || !original) throw new UserError("notFound");
    if (!read.may(original)) throw new UserError("mayNotShare");
    return shareRecords(db, read.mentorship.id, [toShare(original)]);
  }, i18n.t("room.said.sharedOne"));
}
