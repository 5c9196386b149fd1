import type { Activity } from "@/lib/domain/activity.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { activitiesInOrder, stateFrom } from "@/lib/domain/practice.ts";
import type { ActivityKind, WorkState } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

export interface ActivityForm {
  title: string;
  kind: ActivityKind;
  goalId: Id | null;
  /** `YYYY-MM-DD`, empty for none. */
  startsOn: string;
  text: string;
}

/** The activities of a mentorship as they are listed: under way, to come, done. */
export async function activitiesOf(db: MilepostDb, mentorshipId: Id): Promise<Activity[]> {
  const rows = await db.activities.where("mentorshipId").equals(mentorshipId).toArray();
  return activitiesInOrder(rows.filter((row) => !row.deletedAt));
}

/**
 * Begins an activity: under way if its day is there, to come else.
 * @param suggestion the key of the suggestion that it comes from
 */
export function addActivity(
  db: MilepostDb,
  mentorshipId: Id,
  form: ActivityForm,
  today: Day,
  suggestion: string | null = null,
): Promise<Id | null> {
  return mutate(db, { did: "addActivity" }, () => {
    const state = stateFrom(dayFrom(form.startsOn), today);
    const patch: Partial<Activity> = { mentorshipId, state, suggestion, ...patchOf(form) };
    return [{ table: "activities", id: db.newId(), patch }];
  });
}

export function editActivity(db: MilepostDb, id: Id, form: ActivityForm): Promise<Id | null> {
  return mutate(db, { did: "editActivity" }, () => [{ table: "activities", id, patch: patchOf(form) }]);
}

export function setActivityState(db: MilepostDb, id: Id, state: WorkState): Promise<Id | null> {
  return mutate(db, { did: "editActivity" }, () => [{ table: "activities", id, patch: { state } }]);
}

export function removeActivity(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeActivity" }, () => [
    { table: "activities", id, patch: { deletedAt: db.now() } },
  ]);
}

function patchOf(form: ActivityForm): Partial<Activity> {
  return {
    title: lineFrom(form.title),
    kind: form.kind,
    goalId: form.goalId,
    startsOn: dayFrom(form.startsOn),
    text: textFrom(form.text.trim()) || null,
  };
}
