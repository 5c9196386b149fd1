import { i18n } from "#i18n";
import { tableNames } from "@/lib/domain/records.ts";
import { readWhy } from "@/lib/domain/unfit.ts";

const otherTables = ["changes", "drafts", "lastWords", "unreadable", "settings"] as const;

/** A row that cannot be read: where it is, and what of it. */
export function UnfitRow({ table, id, why }: { table: string; id: string; why: string }) {
  return (
    <li class="row flat">
      <span class="main">
        {i18n.t("unfit.row", [tableWords(table), id])}
        <span class="meta">{whyWords(why)}</span>
      </span>
    </li>
  );
}

function tableWords(table: string): string {
  const record = tableNames.find((name) => name === table);
  if (record) return i18n.t(`backup.tables.${record}`);
  const other = otherTables.find((name) => name === table);
  return other ? i18n.t(`unfit.otherTables.${other}`) : table;
}

/** Which field and what of it; a field has the name that it has in the file. */
export function whyWords(why: string): string {
  const { field, code } = readWhy(why);
  if (field !== "") return i18n.t(`unfit.field.${code}`, [field]);
  return i18n.t(code === "notRecord" ? "unfit.whole.notRecord" : "unfit.whole.notAccepted");
}
