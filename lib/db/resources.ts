import type { Id } from "@/lib/domain/envelope.ts";
import type { Resource } from "@/lib/domain/resource.ts";
import type { ResourceKind, WorkState } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom, textFrom } from "./input.ts";
import { linkFrom } from "./link-input.ts";
import { mutate } from "./mutate.ts";

export interface ResourceForm {
  title: string;
  kind: ResourceKind;
  /** A web address, empty for none. */
  url: string;
  goalId: Id | null;
  takeaway: string;
}

/** The resources of a mentorship, the newest first. */
export async function resourcesOf(db: MilepostDb, mentorshipId: Id): Promise<Resource[]> {
  const rows = await db.resources.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt).toSorted((a, b) => b.createdAt - a.createdAt);
}

export function addResource(db: MilepostDb, mentorshipId: Id, form: ResourceForm): Promise<Id | null> {
  return mutate(db, { did: "addResource" }, () => [
    {
      table: "resources",
      id: db.newId(),
      patch: { mentorshipId, state: "toDo", ...patchOf(form) },
    },
  ]);
}

export function editResource(db: MilepostDb, id: Id, form: ResourceForm): Promise<Id | null> {
  return mutate(db, { did: "editResource" }, () => [{ table: "resources", id, patch: patchOf(form) }]);
}

export function setResourceState(db: MilepostDb, id: Id, state: WorkState): Promise<Id | null> {
  return mutate(db, { did: "editResource" }, () => [{ table: "resources", id, patch: { state } }]);
}

export function removeResource(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeResource" }, () => [
    { table: "resources", id, patch: { deletedAt: db.now() } },
  ]);
}

function patchOf(form: ResourceForm): Partial<Resource> {
  return {
    title: lineFrom(form.title),
    kind: form.kind,
    url: linkFrom(form.url),
    goalId: form.goalId,
    takeaway: textFrom(form.takeaway.trim()) || null,
  };
}
