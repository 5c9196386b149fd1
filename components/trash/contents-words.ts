import { countsWords } from "@/components/kit/counts-words.ts";
import type { TrashItem } from "@/lib/domain/trash.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";

/**
 * How many records of each kind that is: "1 goal, 5 milestones".
 * @param itself counts the items too, not only what belongs to them
 */
export function contentsWords(
  items: readonly Pick<TrashItem, "table" | "contents">[],
  itself: boolean,
): string {
  const total = (table: TableName): number =>
    items.reduce(
      (sum, item) => sum + (item.contents[table] ?? 0) + (itself && item.table === table ? 1 : 0),
      0,
    );
  return countsWords(Object.fromEntries(tableNames.map((table) => [table, total(table)])));
}
