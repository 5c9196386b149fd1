import type { Id } from "@/lib/domain/envelope.ts";
import type { Measurement } from "@/lib/domain/measurement.ts";
import type { Metric } from "@/lib/domain/metric.ts";
import { inOrderOfDay } from "@/lib/domain/metric-progress.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Direction } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, numberFrom, optionalLineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { shownOf, trashedParents } from "./shown.ts";
import { nextOrder } from "./lines.ts";

/** A metric as a form gives it; numbers and the day as typed, empty for none. */
export interface MetricForm {
  name: string;
  unit: string;
  direction: Direction;
  baseline: string;
  target: string;
  targetOn: string;
}

/** A value as a form gives it. */
export interface MeasurementForm {
  on: string;
  value: string;
  note: string;
}

export function addMetric(db: MilepostDb, goalId: Id, form: MetricForm): Promise<Id | null> {
  return mutate(db, { did: "addMetric" }, async () => {
    const goal = await db.goals.get(goalId);
    if (!goal) throw new UserError("notFound");
    const siblings = await db.metrics.where("goalId").equals(goalId).toArray();
    const order = nextOrder(siblings);
    const patch = { mentorshipId: goal.mentorshipId, goalId, ...metricPatch(form), order };
    return [{ table: "metrics", id: db.newId(), patch }];
  });
}

export function editMetric(db: MilepostDb, id: Id, form: MetricForm): Promise<Id | null> {
  return mutate(db, { did: "editMetric" }, () => [{ table: "metrics", id, patch: metricPatch(form) }]);
}

/** Moves a metric to the trash, with its values. */
export function removeMetric(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeMetric" }, () => [
    { table: "metrics", id, patch: { deletedAt: db.now() } },
  ]);
}

export function addMeasurement(db: MilepostDb, metricId: Id, form: MeasurementForm): Promise<Id | null> {
  return mutate(db, { did: "addMeasurement" }, async () => {
    const metric = await db.metrics.get(metricId);
    if (!metric) throw new UserError("notFound");
    const patch = { mentorshipId: metric.mentorshipId, metricId, ...measurementPatch(form) };
    return [{ table: "measurements", id: db.newId(), patch }];
  });
}

export function editMeasurement(db: MilepostDb, id: Id, form: MeasurementForm): Promise<Id | null> {
  return mutate(db, { did: "editMeasurement" }, () => [
    { table: "measurements", id, patch: measurementPatch(form) },
  ]);
}

export function removeMeasurement(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeMeasurement" }, () => [
    { table: "measurements", id, patch: { deletedAt: db.now() } },
  ]);
}

/** The metrics of a mentorship in their order, each with its values, the earliest first. */
export async function metricsOf(
  db: MilepostDb,
  mentorshipId: Id,
): Promise<{ metric: Metric; values: Measurement[] }[]> {
  const [metrics, values, trashed] = await Promise.all([
    db.metrics.where("mentorshipId").equals(mentorshipId).toArray(),
    db.measurements.where("mentorshipId").equals(mentorshipId).toArray(),
    trashedParents(db),
  ]);
  return shownOf(metrics, trashed)
    .toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt)
    .map((metric) => ({
      metric,
      values: inOrderOfDay(values.filter((row) => row.metricId === metric.id && !row.deletedAt)),
    }));
}

function metricPatch(form: MetricForm) {
  return {
    name: lineFrom(form.name),
    unit: optionalLineFrom(form.unit),
    direction: form.direction,
    baseline: numberFrom(form.baseline),
    target: numberFrom(form.target),
    targetOn: dayFrom(form.targetOn),
  };
}

function measurementPatch(form: MeasurementForm) {
  const [on, value] = [dayFrom(form.on), numberFrom(form.value)];
  if (!on) throw new UserError("badDate");
  if (value === null) throw new UserError("badNumber");
  return { on, value, note: optionalLineFrom(form.note) };
}
