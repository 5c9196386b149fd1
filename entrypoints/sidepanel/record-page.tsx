import "@/components/styles/record.css";
import { RecordScreen } from "@/components/meeting/record-screen.tsx";
import { createTracker } from "@/lib/state/tracker.ts";
import { useModelOf } from "./use-model.ts";

/** What each meeting came to, as a table. Loaded apart. */
export function RecordPage() {
  return <RecordScreen model={useModelOf(createTracker, [])} />;
}
