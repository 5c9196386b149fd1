import type { SearchContext } from "@/lib/db/search-context.ts";
import type { Hit } from "@/lib/db/search-groups.ts";
import { stages } from "@/lib/domain/vocabulary.ts";
import { meetingPath } from "./route.ts";

/** Where a record is to be seen. */
export function pathOfHit({ table, id, row }: Hit, context: Pick<SearchContext, "me" | "next">): string {
  if (typeof row["deletedAt"] === "number") return "/trash";
  const text = (field: string): string => (typeof row[field] === "string" ? row[field] : "");
  const goalPath = (goalId: string): string => (goalId ? `/goals/${encodeURIComponent(goalId)}` : "/roadmap");
  switch (table) {
    case "people":
      return id === context.me ? "/prepare" : `/people/${encodeURIComponent(id)}`;
    case "mentorships":
      return "/roadmap";
    case "goals":
      return goalPath(id);
    case "milestones":
    case "metrics":
    case "evidence":
      return goalPath(text("goalId"));
    // Which goal it belongs to is known to its metric only.
    case "measurements":
      return "/roadmap";
    case "meetings":
      return meetingPath(id);
    case "notes":
    case "pictures":
      return meetingPath(text("meetingId"), "notes");
    case "topics": {
      const discussedIn = text("discussedIn");
      if (discussedIn) return meetingPath(discussedIn, "brief");
      const next = context.next.get(text("mentorshipId"));
      return next ? meetingPath(next, "brief") : "/meetings";
    }
    case "entries":
      return text("meetingId") ? meetingPath(text("meetingId"), "notes") : "/journal";
    case "commitments":
      return "/actions";
    case "inventory":
    case "skills":
      return "/prepare";
    case "checks": {
      const stage = stages.find((each) => each === row["stage"]);
      return stage ? `/stages/${stage}` : "/prepare";
    }
    case "expectations":
      return "/expectations";
    case "agreements":
      return "/agreement";
    case "resources":
    case "activities":
      return "/resources";
    case "reviews":
      return "/reviews";
    case "templates":
      return "/templates";
    case "reminders":
      return "/reminders";
    case "rooms":
      return "/settings/meetings";
    case "shared":
      return "/room";
    case "questions":
      return "/questions";
  }
}
