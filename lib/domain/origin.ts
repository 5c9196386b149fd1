import type { Id } from "./envelope.ts";
import type { TableName } from "./records.ts";

/** Where the record that a topic is about can be looked at; its history where it has no page of its own. */
export function originPath(table: TableName, id: Id, goalId?: unknown): string {
  const at = encodeURIComponent(id);
  switch (table) {
    case "goals":
      return `/goals/${at}`;
    case "milestones":
    case "metrics":
    case "evidence":
      return typeof goalId === "string" ? `/goals/${encodeURIComponent(goalId)}` : "/roadmap";
    case "people":
      return `/people/${at}`;
    case "meetings":
      return `/meetings/${at}`;
    case "commitments":
      return "/actions";
    case "entries":
      return "/journal";
    case "expectations":
      return "/expectations";
    case "agreements":
      return "/agreement";
    case "rooms":
      return "/settings/meetings";
    case "resources":
      return "/resources";
    case "reviews":
      return "/reviews";
    case "reminders":
      return "/reminders";
    case "shared":
      return "/room";
    case "questions":
      return "/questions";
    case "inventory":
    case "skills":
      return "/prepare";
    case "activities":
    case "checks":
    case "measurements":
    case "mentorships":
    case "notes":
    case "pictures":
    case "templates":
    case "topics":
      return `/history/${table}/${at}`;
  }
}
