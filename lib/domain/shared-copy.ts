import type { Patch } from "./change.ts";
import { confidentialTopics } from "./confidential-topics.ts";
import type { Entry } from "./entry.ts";
import type { Id } from "./envelope.ts";
import type { Records } from "./records.ts";
import { isPost, type Shared, type SharedField, sharedFields } from "./shared.ts";
import type { SharedKind } from "./shared-kinds.ts";
import type { Topic } from "./topic.ts";
import type { Owner } from "./vocabulary.ts";

/** Tables whose records can be copied into a room. */
export const copiedTables = [
  "agreements",
  "goals",
  "milestones",
  "topics",
  "commitments",
  "resources",
  "entries",
] as const;
export type CopiedTable = (typeof copiedTables)[number];

/** A private record and its table. */
export type Original = { [T in CopiedTable]: { table: T; row: Records[T] } }[CopiedTable];

/** All that a copy says. */
export type Copy = { kind: SharedKind } & Record<SharedField, string | null>;

/** An agreement as words; they are in the language of whoever shares it. */
export type AgreementWords = (row: Records["agreements"]) => { title: string; text: string };

/** What a room would hold of a private record: nothing else of it ever leaves. */
export function copyOf(original: Original, agreement: AgreementWords): Copy {
  const nothing = { title: "", text: null, dueOn: null, state: null, who: null, url: null };
  switch (original.table) {
    case "agreements":
      return { ...nothing, kind: "agreement", ...agreement(original.row) };
    case "goals": {
      const { title, dueOn, outcome, status } = original.row;
      return { ...nothing, kind: "goal", title, dueOn: dueOn ?? null, text: words(outcome), state: status };
    }
    case "milestones": {
      const { title, dueOn, owner, status } = original.row;
      return {
        ...nothing,
        kind: "milestone",
        title,
        dueOn: dueOn ?? null,
        who: whoOf(owner),
        state: status,
      };
    }
    case "topics": {
      const { title, state } = original.row;
      return { ...nothing, kind: "topic", title, state };
    }
    case "commitments": {
      const { title, dueOn, owner, status } = original.row;
      return {
        ...nothing,
        kind: "commitment",
        title,
        dueOn: dueOn ?? null,
        who: whoOf(owner),
        state: status,
      };
    }
    case "resources": {
      const { title, url, takeaway } = original.row;
      return { ...nothing, kind: "resource", title, url: words(url), text: words(takeaway) };
    }
    case "entries":
      return { ...nothing, kind: postKindOf(original.row.kind), text: original.row.text };
  }
}

/** What a private record is given where the shared one says something newer; only fields that it has. */
export function patchOf(table: CopiedTable, said: Partial<Record<SharedField, string | null>>): Patch {
  const patch: Patch = {};
  for (const [field, value] of Object.entries(said)) {
    const name = privateFields[table][field as SharedField];
    if (!name || (name === "title" && !value)) continue;
    if (field === "who") patch[name] = ownerOf(value);
    else if (field === "state") {
      if (value !== null && statesOf[table]?.includes(value)) patch[name] = value;
    } else patch[name] = value;
  }
  return patch;
}

/** The states that a private record knows; another one is left in the room. */
const statesOf: Partial<Record<CopiedTable, readonly string[]>> = {
  goals: ["open", "reached", "dropped"],
  milestones: ["open", "reached", "dropped"],
  topics: ["open", "discussed", "parked", "dropped"],
  commitments: ["open", "done", "dropped"],
};

/** The states that a shared record of a kind can be in; the first is how it begins. */
export function statesOfKind(kind: string): readonly string[] {
  const table = (["goals", "milestones", "topics", "commitments"] as const).find(
    (each) => each === `${kind}s`,
  );
  return (table && statesOf[table]) ?? [];
}

/** What the fields of a shared record are called in the private one; what it has not is left out. */
const privateFields: Record<CopiedTable, Partial<Record<SharedField, string>>> = {
  agreements: {},
  goals: { title: "title", text: "outcome", dueOn: "dueOn", state: "status" },
  milestones: { title: "title", dueOn: "dueOn", state: "status", who: "owner" },
  topics: { title: "title", state: "state" },
  commitments: { title: "title", dueOn: "dueOn", state: "status", who: "owner" },
  resources: { title: "title", text: "takeaway", url: "url" },
  entries: { text: "text" },
};

/** The fields in which two sayings of one thing differ, of those that the private record has. */
export function changedIn(
  table: CopiedTable,
  now: Partial<Record<SharedField, string | null>>,
  before: Readonly<Record<string, string | null>>,
): SharedField[] {
  return sharedFields.filter(
    (field) => privateFields[table][field] && (now[field] ?? "") !== (before[field] ?? ""),
  );
}

/** Where something of the other person goes when it is taken over; `null` for what stays in the room. */
export function takenInto(kind: string): "topics" | "commitments" | "resources" | "entries" | null {
  if (kind === "topic") return "topics";
  if (kind === "commitment") return "commitments";
  if (kind === "resource") return "resources";
  return isPost(kind) && kind !== "summary" ? "entries" : null;
}

/** What a shared record says, to compare it. */
export function sayingOf(row: Shared): Record<SharedField, string | null> {
  return Object.fromEntries(sharedFields.map((field) => [field, row[field] ?? null])) as Record<
    SharedField,
    string | null
  >;
}

/** Who of the two does it. `mine`: I am the author. */
export function whoSeenFrom(mine: boolean, who: string | null | undefined): Owner | null {
  if (who === "both") return "both";
  if (who !== "author" && who !== "other") return null;
  return (who === "author") === mine ? "me" : "them";
}

function whoOf(owner: Owner): "author" | "other" | "both" {
  return owner === "both" ? "both" : owner === "me" ? "author" : "other";
}

function ownerOf(who: string | null): Owner {
  return whoSeenFrom(true, who) ?? "me";
}

/** What was said the other way round, for a record of the other person that is compared with one of mine. */
export function turned<T extends Partial<Record<SharedField, string | null>>>(saying: T, mine: boolean): T {
  if (mine || !saying.who || saying.who === "both") return saying;
  return { ...saying, who: saying.who === "author" ? "other" : "author" };
}

function postKindOf(kind: Entry["kind"]): SharedKind {
  switch (kind) {
    case "question":
    case "advice":
    case "feedback":
      return kind;
    case "win":
    case "lesson":
    case "outcome":
    case "decision":
      return "result";
    case "thought":
    case "reflection":
    case "concern":
    case "thanks":
    case "obstacle":
    case "touch":
      return "reflection";
  }
}

/** May it be shared at all? What is marked as meant for nobody else is not even offered. */
export function sharingRule(
  entries: readonly Pick<Entry, "id" | "confidential">[],
  topics: readonly Topic[],
) {
  const hidden = confidentialTopics(topics, entries);
  return (original: Original): boolean => {
    switch (original.table) {
      case "agreements":
        return original.row.status === "agreed";
      case "topics":
        return original.row.sensitive !== true && !hidden.has(original.row.id);
      case "commitments":
        return original.row.confidential !== true && original.row.status !== "proposed";
      case "entries":
        return original.row.confidential !== true && original.row.kind !== "concern";
      case "goals":
      case "milestones":
      case "resources":
        return true;
    }
  };
}

/** Is it ticked at first: what two people need in common, and is not over? */
export function isOffered(original: Original, latestAgreement: Id | undefined): boolean {
  switch (original.table) {
    case "agreements":
      return original.row.id === latestAgreement;
    case "topics":
    case "commitments":
      return (original.table === "topics" ? original.row.state : original.row.status) === "open";
    case "goals":
    case "milestones":
      return original.row.status === "open";
    case "resources":
    case "entries":
      return false;
  }
}

function words(value: string | null | undefined): string | null {
  return value?.trim() ? value : null;
}
