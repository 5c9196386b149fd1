import { i18n } from "#i18n";
import {
  addMeasurement,
  addMetric,
  editMeasurement,
  editMetric,
  type MeasurementForm,
  type MetricForm,
  removeMeasurement,
  removeMetric,
} from "@/lib/db/metrics.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Metric } from "@/lib/domain/metric.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";

/** What can be done with the metrics of a goal and their values. */
export const metricActs = {
  add(goalId: Id, form: MetricForm) {
    return performInForm(() => addMetric(db, goalId, form), i18n.t("goalPlan.said.metricAdded"));
  },
  edit(id: Id, form: MetricForm) {
    return performInForm(() => editMetric(db, id, form), i18n.t("goalPlan.said.metricSaved"));
  },
  remove(metric: Pick<Metric, "id" | "name">): Promise<boolean> {
    return perform(() => removeMetric(db, metric.id), i18n.t("goals.said.removed", [metric.name]));
  },
  addValue(metricId: Id, form: MeasurementForm) {
    return performInForm(() => addMeasurement(db, metricId, form), i18n.t("goalPlan.said.valueAdded"));
  },
  editValue(id: Id, form: MeasurementForm) {
    return performInForm(() => editMeasurement(db, id, form), i18n.t("goalPlan.said.valueSaved"));
  },
  removeValue(id: Id): Promise<boolean> {
    return perform(() => removeMeasurement(db, id), i18n.t("goalPlan.said.valueRemoved"));
  },
};

export type MetricActs = typeof metricActs;
