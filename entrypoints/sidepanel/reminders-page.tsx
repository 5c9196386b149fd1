import "@/components/styles/reminders.css";
import { RemindersScreen } from "@/components/reminders/reminders-screen.tsx";
import { createReminders } from "@/lib/state/reminders.ts";
import type { PageProps } from "./later-pages.ts";
import { useModelOf } from "./use-model.ts";

/** What there is to be reminded of, and the reminders of one record. Loaded apart. */
export function RemindersPage({ at }: PageProps) {
  const of = at.page === "reminders" ? at.of : null;
  return <RemindersScreen key={of} model={useModelOf(() => createReminders(of), [of])} />;
}
