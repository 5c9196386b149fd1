import { i18n } from "#i18n";
import type { AgendaRow } from "@/lib/state/meeting-topics.ts";

/** "from the milestone", with its title where the topic has other words. */
export function originWords({ table, title }: NonNullable<AgendaRow["origin"]>, topic: string): string {
  const known = originTables.find((each) => each === table);
  const from = i18n.t(`origin.${known ?? "other"}`);
  return title && title !== topic ? i18n.t("origin.titled", [from, title]) : from;
}

const originTables = [
  "goals",
  "milestones",
  "commitments",
  "entries",
  "people",
  "meetings",
  "expectations",
  "agreements",
  "resources",
  "reviews",
  "inventory",
  "skills",
  "metrics",
  "evidence",
  "activities",
  "checks",
  "questions",
] as const;
