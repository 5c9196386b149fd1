import { ActionsScreen } from "@/components/actions/actions-screen.tsx";
import { JournalScreen } from "@/components/journal/journal-screen.tsx";
import { createActions } from "@/lib/state/actions.ts";
import { createJournal } from "@/lib/state/journal.ts";
import { useModelOf } from "./use-model.ts";

/** What was promised, and what was written down. Loaded apart: the panel opens with a meeting. */
export function ActionsPage() {
  return <ActionsScreen model={useModelOf(createActions, [])} />;
}

export function JournalPage({ kind }: { kind: string | null }) {
  return <JournalScreen model={useModelOf(() => createJournal(kind), [kind])} />;
}
