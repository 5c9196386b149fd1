import { reportError } from "@/lib/browser/report-error.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { CopiedTable } from "@/lib/domain/shared-copy.ts";

/** Shares one record; what that takes is loaded when it is asked for. */
export function shareLater(table: CopiedTable, id: Id): void {
  import("./share-one.ts")
    .then(({ shareOne }) => shareOne(table, id))
    .catch((error: unknown) => reportError("share", error));
}
