import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import type { Evidence } from "@/lib/domain/evidence.ts";
import { type EvidenceKind, evidenceKinds } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { Failure } from "@/lib/state/failure.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";

interface EvidenceFields {
  kind: EvidenceKind;
  text: string;
  url: string;
  on: string;
  meetingId: string;
  metricId: string;
  milestoneId?: string;
}

/** Says what shows that something came true: in words, by a link, the name of a file, or a metric. */
export function EvidenceForm({
  label,
  evidence,
  view,
  page,
  ofGoal,
  onSave,
  draft,
  onClose,
}: {
  label: string;
  evidence?: Evidence;
  view: GoalView;
  page: GoalsView;
  /** It may belong to the goal as a whole or to any of its milestones. */
  ofGoal?: boolean;
  onSave: (form: EvidenceFields) => Promise<Failure | null>;
  /** Under which id what is typed is kept. */
  draft: string;
  onClose: () => void;
}) {
  const [kind, setKind] = useState<EvidenceKind>(evidence?.kind ?? "text");
  const kinds = evidenceKinds.filter((each) => each !== "metric" || view.metrics.length > 0);
  return (
    <InlineForm
      draft={draft}
      label={label}
      submit={i18n.t(evidence ? "common.save" : "goalPlan.evidence.add")}
      onSave={(value) =>
        onSave({
          kind,
          text: value("text"),
          url: value("url"),
          on: value("on"),
          meetingId: value("meetingId"),
          metricId: value("metricId"),
          ...(ofGoal ? { milestoneId: value("milestoneId") } : {}),
        })
      }
      onClose={onClose}
    >
      <Segments
        label={i18n.t("fields.kind")}
        value={kind}
        options={kinds.map((each) => ({ value: each, label: i18n.t(`goalPlan.evidence.kinds.${each}`) }))}
        onChange={setKind}
        name="kind"
      />
      {kind === "link" && (
        <input
          class="input"
          type="url"
          name="url"
          autocomplete="off"
          aria-label={i18n.t("fields.url")}
          placeholder={i18n.t("goalPlan.evidence.urlExample")}
          defaultValue={evidence?.url ?? ""}
        />
      )}
      {kind === "metric" && (
        <select class="select" name="metricId" aria-label={i18n.t("tables.metrics")}>
          {view.metrics.map(({ metric }) => (
            <option key={metric.id} value={metric.id} selected={metric.id === evidence?.metricId}>
              {metric.name}
            </option>
          ))}
        </select>
      )}
      <input
        class="input"
        type="text"
        name="text"
        autocomplete="off"
        data-first=""
        aria-label={i18n.t(`goalPlan.evidence.what.${kind}`)}
        placeholder={i18n.t(`goalPlan.evidence.what.${kind}`)}
        defaultValue={evidence?.text ?? ""}
      />
      {ofGoal && view.milestones.length > 0 && (
        <select class="select" name="milestoneId" aria-label={i18n.t("goals.milestone")}>
          <option value="">{i18n.t("goalPlan.evidence.ofGoal")}</option>
          {view.milestones.map(({ id, title }) => (
            <option key={id} value={id} selected={id === evidence?.milestoneId}>
              {title}
            </option>
          ))}
        </select>
      )}
      <div class="pair">
        <Field label={i18n.t("fields.on")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              name="on"
              defaultValue={evidence ? (evidence.on ?? "") : page.today}
            />
          )}
        </Field>
        {page.meetings.length > 0 && (
          <Field label={i18n.t("goalPlan.evidence.from")} optional>
            {(control) => (
              <select {...control} class="select" name="meetingId">
                <option value="">{i18n.t("goalPlan.evidence.noMeeting")}</option>
                {page.meetings.map((meeting) => (
                  <option key={meeting.id} value={meeting.id} selected={meeting.id === evidence?.meetingId}>
                    {`${meeting.title}, ${shortDay(meeting.startsOn, page.today)}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
    </InlineForm>
  );
}
