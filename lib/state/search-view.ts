import { contextOf, type SearchContext } from "@/lib/db/search-context.ts";
import type { Hit } from "@/lib/db/search-groups.ts";
import type { Found } from "@/lib/db/search.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { SearchQuery } from "@/lib/domain/search-query.ts";
import { type Piece, snippetOf } from "@/lib/domain/search-snippet.ts";
import { type EntryKind, entryKinds } from "@/lib/domain/vocabulary.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";
import { pathOfHit } from "./search-path.ts";

/** A record that was found, as it is listed. */
export interface HitView {
  key: string;
  path: string;
  /** Whose mentorship has to be shown to see it; `null` for what belongs to none. */
  mentorshipId: Id | null;
  title: Piece[];
  text: Piece[];
  /** Of a line of the thread. */
  kind: EntryKind | null;
  /** The goal or the meeting that it belongs to. */
  of: string;
  /** The other person, where there are several. */
  name: string;
  on: Day | null;
}

export interface GroupView {
  table: TableName;
  hits: HitView[];
  /** `null`: there may be more than are listed. */
  total: number | null;
}

export interface SearchView {
  groups: GroupView[];
  /** How many are known of. */
  total: number;
  toRead: number;
}

/** When somebody wrote these down says nothing about them. */
const undated: ReadonlySet<TableName> = new Set([
  "people",
  "mentorships",
  "inventory",
  "skills",
  "templates",
  "questions",
]);

export async function viewOfSearch(found: Found, query: SearchQuery): Promise<SearchView> {
  const context = await contextOf(
    db,
    found.groups.flatMap(({ hits }) => hits),
  );
  return {
    groups: found.groups.map((group) => ({
      ...group,
      hits: group.hits.map((hit) => hitView(hit, query, context)),
    })),
    total: found.groups.reduce((sum, { total, hits }) => sum + (total ?? hits.length), 0),
    toRead: found.toRead,
  };
}

export function hitView(hit: Hit, query: SearchQuery, context: SearchContext): HitView {
  const { table, id, row, document } = hit;
  const idIn = (field: string): Id => (typeof row[field] === "string" ? row[field] : "");
  const mentorshipId = (table === "mentorships" ? id : idIn("mentorshipId")) || null;
  return {
    key: `${table}/${id}`,
    path: pathOfHit(hit, context),
    mentorshipId,
    ...snippetOf(document, query.conditions),
    kind: table === "entries" ? (entryKinds.find((kind) => kind === row["kind"]) ?? null) : null,
    of:
      context.meetings.get(idIn("meetingId") || idIn("discussedIn")) ??
      (table === "goals" ? "" : (context.goals.get(idIn("goalId")) ?? "")),
    name: mentorshipId && context.names.size > 1 ? (context.names.get(mentorshipId) ?? "") : "",
    on: undated.has(table) ? null : dayOfHit(row),
  };
}

function dayOfHit(row: Hit["row"]): Day | null {
  for (const field of ["on", "dueOn", "startsOn"]) {
    const day = row[field];
    if (typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day)) return day;
  }
  const at = row["happenedAt"] ?? row["createdAt"];
  return typeof at === "number" ? dayOf(at, localTimeZone()) : null;
}
