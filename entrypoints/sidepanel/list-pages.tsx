import { ActionsScreen } from "@/components/actions/actions-screen.tsx";
import { JournalScreen } from "@/components/journal/journal-screen.tsx";
import { MeetingsScreen } from "@/components/meeting/meetings-screen.tsx";
import { createActions } from "@/lib/state/actions.ts";
import { createJournal } from "@/lib/state/journal.ts";
import { createMeetings } from "@/lib/state/meetings.ts";
import { Later } from "./later.tsx";
import { useModelOf } from "./use-model.ts";

/** What was promised, what was written down, and all meetings. Loaded apart: the panel opens with a meeting. */
export function ActionsPage() {
  return <ActionsScreen model={useModelOf(createActions, [])} />;
}

export function JournalPage({ kind }: { kind: string | null }) {
  return <JournalScreen model={useModelOf(() => createJournal(kind), [kind])} />;
}

/** The meetings as a trail, or as a record of what each came to. */
export function MeetingsPage({ record }: { record: boolean }) {
  return (
    <MeetingsScreen
      model={useModelOf(createMeetings, [])}
      record={record && <Later load={loadRecord} props={{}} />}
    />
  );
}

const loadRecord = async () => (await import("./record-page.tsx")).RecordPage;
