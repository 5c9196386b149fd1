import { fingerprintOf } from "@/lib/formats/fingerprint.ts";
import type { Unreadable } from "./database.ts";

/**
 * A row as it is kept aside. Its id tells rows of one id apart by what is in them: a second one does not take the place
 * of the first, and the same row is kept once.
 * @param found `id` is that of the row itself
 */
export function asideOf(found: Unreadable): Unreadable {
  return { ...found, id: `${found.table}/${found.id}/${fingerprintOf(found.row)}` };
}

/** The id of the row itself. */
export function idInAside({ table, id }: Pick<Unreadable, "table" | "id">): string {
  return id.slice(table.length + 1).replace(/\/[0-9a-f]{16}$/u, "");
}
