import "@/components/styles/forms.css";
import type { VNode } from "preact";
import { FirstRun } from "@/components/popup/first-run.tsx";
import { createDestinationDraft } from "@/lib/state/first-run.ts";

/** What the popup shows before there is a mentorship. */
export function firstRunScreen(onOpen: (path: string) => void): VNode {
  return <FirstRun draft={createDestinationDraft()} onOpen={onOpen} />;
}
