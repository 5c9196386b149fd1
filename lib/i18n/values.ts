import { i18n } from "#i18n";
import { Cadence, StageVisit } from "@/lib/domain/mentorship.ts";
import { isDay, isTimeOfDay } from "@/lib/domain/civil-time.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { HistoryField } from "@/lib/domain/history-fields.ts";
import type { StageWording } from "@/lib/domain/life-cycle.ts";
import type { TableName } from "@/lib/domain/records.ts";
import {
  directions,
  entryKinds,
  expectationStates,
  goalKinds,
  horizons,
  meetingKinds,
  owners,
  phases,
  progressSources,
  roles,
  scopeTypes,
} from "@/lib/domain/vocabulary.ts";
import { clockOf, clockTime, dayOfInstant, shortDay } from "./dates.ts";
import { stageLabel } from "./stage-label.ts";

/**
 * The value of a field, as a person would say it.
 * @param today `YYYY-MM-DD`, for how a day is written
 * @param partner the other person's short name
 * @param wording the words that stages go by
 * @returns empty for no value
 */
export function valueWords(
  table: TableName,
  field: HistoryField,
  value: unknown,
  { today, partner, wording }: { today: Day; partner: string; wording: StageWording },
): string {
  if (field === "deletedAt") return i18n.t(value ? "history.inTrash" : "history.notInTrash");
  if (field === "must") return i18n.t(value ? "wrapUp.must" : "wrapUp.nice");
  if (typeof value === "boolean") return i18n.t(value ? "history.yes" : "history.no");
  if (typeof value === "number") return numberWords(field, value);
  if (field === "tags" && Array.isArray(value)) return value.map((tag) => `#${String(tag)}`).join(" ");
  if (typeof value === "string") return stringWords(table, field, value, today, partner);
  if (field === "visits" && Array.isArray(value)) return stageWords(value.at(-1), today, wording);
  if (field === "cadence") return cadenceWords(value);
  return "";
}

function numberWords(field: HistoryField, value: number): string {
  if (field.endsWith("Minutes")) return i18n.t("meeting.minutes", [String(value)]);
  if (field.endsWith("EveryWeeks")) return i18n.t("wrapUp.everyWeeks", value);
  if (field === "progressPercent") return i18n.t("goalPlan.progress.percent", [String(value)]);
  if (field === "realism" || field === "priority") return i18n.t("goalPlan.rating.of", [String(value)]);
  // Of numbers only instants are known by their names.
  if (!field.endsWith("At")) return new Intl.NumberFormat().format(value);
  return i18n.t("history.moment", [dayOfInstant(value), clockOf(value)]);
}

function stringWords(
  table: TableName,
  field: HistoryField,
  value: string,
  today: Day,
  partner: string,
): string {
  if (field.endsWith("On")) return isDay(value) ? shortDay(value, today) : value;
  if (field === "startsTime" || field === "time") return isTimeOfDay(value) ? clockTime(value) : value;
  if (field === "owner" || field === "notHeldBy") {
    const owner = owners.find((each) => each === value);
    return owner ? i18n.t(`actions.owners.${owner}`, [partner]) : value;
  }
  if (field === "role") {
    const role = roles.find((each) => each === value);
    return role ? i18n.t(`welcome.role.${role}`) : value;
  }
  if (field === "scopeType") {
    const type = scopeTypes.find((each) => each === value);
    return type ? i18n.t(`lifecycle.scopeTypes.${type}`) : value;
  }
  if (field === "phase") {
    const phase = phases.find((each) => each === value);
    return phase ? i18n.t(`phases.${phase}`) : value;
  }
  if (field === "kind") return kindWords(table, value);
  if (field === "status" || field === "state") return statusWords(value);
  return goalWords(field, value);
}

/** The words that a goal or a metric is told apart by. */
function goalWords(field: HistoryField, value: string): string {
  const horizon = field === "horizon" ? horizons.find((each) => each === value) : undefined;
  if (horizon) return i18n.t(`goalPlan.horizons.${horizon}`);
  const source = field === "progressBy" ? progressSources.find((each) => each === value) : undefined;
  if (source) return i18n.t(`goalPlan.progress.by.${source}`);
  const direction = field === "direction" ? directions.find((each) => each === value) : undefined;
  if (direction) return i18n.t(`goalPlan.metric.better.${direction}`);
  return value;
}

function kindWords(table: TableName, value: string): string {
  if (table === "meetings") {
    const kind = meetingKinds.find((each) => each === value);
    return kind ? i18n.t(`meetings.kinds.${kind}`) : value;
  }
  const goalKind = table === "goals" ? goalKinds.find((each) => each === value) : undefined;
  if (goalKind) return i18n.t(`goalPlan.kinds.${goalKind}`);
  const kind = entryKinds.find((each) => each === value);
  return kind ? i18n.t(`kinds.${kind}`) : value === "topic" ? i18n.t("history.topic") : value;
}

const states = [
  "open",
  "reached",
  "dropped",
  "planned",
  "held",
  "moved",
  "noShow",
  "cancelled",
  "proposed",
  "done",
  "discussed",
  "parked",
  "heard",
  "trying",
  "applied",
  "setAside",
  "tried",
  "overcome",
] as const;

function statusWords(value: string): string {
  const fit = expectationStates.find((each) => each === value && each !== "open");
  if (fit) return i18n.t(`expectations.states.${fit}`);
  if (value === "agreed" || value === "draft") return i18n.t(`history.states.${value}`);
  const state = states.find((each) => each === value);
  return state ? i18n.t(`history.states.${state}`) : value;
}

function stageWords(visit: unknown, today: Day, wording: StageWording): string {
  const parsed = StageVisit.safeParse(visit);
  if (!parsed.success) return "";
  const { stage, fromOn } = parsed.data;
  return i18n.t("history.stageSince", [stageLabel(stage, wording), shortDay(fromOn, today)]);
}

function cadenceWords(value: unknown): string {
  const parsed = Cadence.safeParse(value);
  if (!parsed.success) return "";
  const { every, unit } = parsed.data;
  return i18n.t(unit === "week" ? "wrapUp.everyWeeks" : "wrapUp.everyMonths", every);
}
