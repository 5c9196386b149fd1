import { i18n } from "#i18n";
import { type TableName, tableNames } from "@/lib/domain/records.ts";

/** How many records of each kind: "1 goal, 5 milestones and 2 meetings". What there is none of is left out. */
export function countsWords(counts: Partial<Record<TableName, number>>): string {
  const parts = tableNames
    .filter((table) => (counts[table] ?? 0) > 0)
    .map((table) => i18n.t(`settings.data.records.${table}`, counts[table] ?? 0));
  return new Intl.ListFormat(undefined, { type: "conjunction" }).format(parts);
}
