import { History } from "lucide";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { Icon } from "./icon.tsx";

/** The way to everything that was ever done to a record. */
export function HistoryLink({ table, id, title }: { table: TableName; id: Id; title: string }) {
  return (
    <a
      class="btn sm quiet"
      href={`#/history/${table}/${encodeURIComponent(id)}`}
      aria-label={i18n.t("history.of", [title])}
    >
      <Icon of={History} size="sm" />
      {i18n.t("common.history")}
    </a>
  );
}
