import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { activitySuggestions, type ActivitySuggestion } from "@/lib/content/activities.ts";
import {
  activitiesOf,
  addActivity,
  type ActivityForm,
  editActivity,
  removeActivity,
  setActivityState,
} from "@/lib/db/activities.ts";
import { goalsOf } from "@/lib/db/goal-rows.ts";
import { inventoryRows } from "@/lib/db/inventory.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import {
  addResource,
  editResource,
  removeResource,
  type ResourceForm,
  resourcesOf,
  setResourceState,
} from "@/lib/db/resources.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import type { Activity } from "@/lib/domain/activity.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { inventoryFor } from "@/lib/domain/inventory-lines.ts";
import { suggestionsInOrder } from "@/lib/domain/practice.ts";
import type { Resource } from "@/lib/domain/resource.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import type { WorkState } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { agendaKeys } from "./prepare-read.ts";

async function readResources() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { id } = focused.mentorship;
  const [resources, activities, goals, topics, noted] = await Promise.all([
    resourcesOf(db, id),
    activitiesOf(db, id),
    goalsOf(db, id),
    topicsOf(db, id),
    inventoryRows(db),
  ]);
  return { mentorshipId: id, resources, activities, goals, onAgenda: agendaKeys(topics), noted };
}

/** A piece of work with what stands around it. */
export interface WorkItem<T> {
  row: T;
  goal: { id: Id; title: string } | null;
  onAgenda: boolean;
  /** The line of the preparation that it was made of. */
  madeOf: string | null;
}

function viewOf(read: NonNullable<Awaited<ReturnType<typeof readResources>>>, goalId: Id | null, day: Day) {
  const { lines } = inventoryFor(read.noted, read.mentorshipId);
  const itemOf =
    <T extends Resource | Activity>(table: "resources" | "activities") =>
    (row: T): WorkItem<T> => ({
      row,
      goal: read.goals.find((goal) => goal.id === row.goalId) ?? null,
      onAgenda: read.onAgenda.has(`${table}/${row.id}`),
      madeOf: lines.find(({ item }) => item.becameId === row.id)?.item.text ?? null,
    });
  const wanted = <T extends Resource | Activity>(rows: readonly T[]): T[] =>
    rows.filter((row) => !goalId || row.goalId === goalId);
  return {
    mentorshipId: read.mentorshipId,
    today: day,
    goals: read.goals,
    goalId,
    resources: wanted(read.resources).map(itemOf<Resource>("resources")),
    activities: wanted(read.activities).map(itemOf<Activity>("activities")),
    /** There are some, whatever the filter shows. */
    some: { resources: read.resources.length > 0, activities: read.activities.length > 0 },
    suggestions: suggestionsInOrder(
      activitySuggestions.map(({ key }) => key),
      read.activities,
    ),
  };
}

export type ResourcesView = ReturnType<typeof viewOf>;

/** What is read, taken and practised on the way to the goals. */
export function createResources() {
  const rows = liveSignal(readResources);
  const goalId = signal<Id | null>(null);
  const view = computed(() => rows.value && viewOf(rows.value, goalId.value, today.value));
  const here = (): Id => view.peek()?.mentorshipId ?? "";
  const discuss = (table: "resources" | "activities", row: { id: Id; title: string }) =>
    perform(
      () => addTopic(db, here(), topicTitle(row.title), "topic", { table, id: row.id }),
      i18n.t("goals.said.onAgenda"),
    );
  return {
    view,
    /** Shows what belongs to one goal, or with `null` everything. */
    show(id: Id | null): void {
      goalId.value = id;
    },
    addResource: (form: ResourceForm) =>
      performInForm(() => addResource(db, here(), form), i18n.t("resources.said.added")),
    editResource: (id: Id, form: ResourceForm) =>
      performInForm(() => editResource(db, id, form), i18n.t("resources.said.saved")),
    setResourceState: (id: Id, state: WorkState) =>
      perform(() => setResourceState(db, id, state), i18n.t("resources.said.saved")),
    removeResource: (row: Pick<Resource, "id" | "title">) =>
      perform(() => removeResource(db, row.id), i18n.t("resources.said.removed", [row.title])),
    discussResource: (row: Pick<Resource, "id" | "title">) => discuss("resources", row),

    addActivity: (form: ActivityForm, suggestion: ActivitySuggestion | null = null) =>
      performInForm(
        () => addActivity(db, here(), form, today.peek(), suggestion),
        i18n.t("resources.said.started"),
      ),
    editActivity: (id: Id, form: ActivityForm) =>
      performInForm(() => editActivity(db, id, form), i18n.t("resources.said.saved")),
    setActivityState: (id: Id, state: WorkState) =>
      perform(() => setActivityState(db, id, state), i18n.t("resources.said.saved")),
    removeActivity: (row: Pick<Activity, "id" | "title">) =>
      perform(() => removeActivity(db, row.id), i18n.t("resources.said.removed", [row.title])),
    discussActivity: (row: Pick<Activity, "id" | "title">) => discuss("activities", row),
  };
}

export type ResourcesModel = ReturnType<typeof createResources>;
