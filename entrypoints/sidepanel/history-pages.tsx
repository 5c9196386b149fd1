import "@/components/styles/history.css";
import { AllChangesScreen } from "@/components/history/all-changes-screen.tsx";
import { HistoryScreen } from "@/components/history/history-screen.tsx";
import { TrashScreen } from "@/components/trash/trash-screen.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { createAllChanges } from "@/lib/state/all-changes.ts";
import { createRecordHistory } from "@/lib/state/record-history.ts";
import { createTrash } from "@/lib/state/trash.ts";
import { useModelOf } from "./use-model.ts";

/** What was, and what is on its way out. Loaded apart. */
export function HistoryPage({ table, id }: { table: TableName; id: Id }) {
  return <HistoryScreen model={useModelOf(() => createRecordHistory(table, id), [table, id])} />;
}

export function AllChangesPage() {
  return <AllChangesScreen model={useModelOf(createAllChanges, [])} />;
}

export function TrashPage() {
  return <TrashScreen model={useModelOf(createTrash, [])} />;
}
