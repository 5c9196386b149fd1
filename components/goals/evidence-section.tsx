import { FileText, Gauge, Link, Plus, TextQuote, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Evidence } from "@/lib/domain/evidence.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { EvidenceForm } from "./evidence-form.tsx";

const icons = { text: TextQuote, link: Link, file: FileText, metric: Gauge };

/** What shows that the goal, or a milestone of it, came true. */
export function EvidenceSection({
  view,
  page,
  model,
}: {
  view: GoalView;
  page: GoalsView;
  model: GoalsModel;
}) {
  const { goal, evidence } = view;
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLElement>(adding);
  return (
    <section ref={place} class="goal-part" aria-labelledby="evidence">
      <h3 class="head" id="evidence">
        {i18n.t("goalPlan.evidence.title")}
      </h3>
      {goal.showBy && <p class="soft break">{goal.showBy}</p>}
      {evidence.length === 0 && !adding && <p class="soft">{i18n.t("goalPlan.evidence.none")}</p>}
      <ul class="list">
        {evidence.map((each) => (
          <EvidenceItem key={each.id} evidence={each} view={view} page={page} model={model} />
        ))}
      </ul>
      {adding ? (
        <EvidenceForm
          label={i18n.t("goalPlan.evidence.addTo", [goal.title])}
          view={view}
          page={page}
          ofGoal
          draft={`${goal.id}.evidence`}
          onSave={(form) => model.evidence.add({ goalId: goal.id }, form)}
          onClose={() => setAdding(false)}
        />
      ) : (
        <button
          type="button"
          class="btn sm quiet lead-btn"
          aria-label={i18n.t("goalPlan.evidence.addTo", [goal.title])}
          data-return
          onClick={() => setAdding(true)}
        >
          <Icon of={Plus} size="sm" />
          {i18n.t("goalPlan.evidence.add")}
        </button>
      )}
    </section>
  );
}

function EvidenceItem({
  evidence,
  view,
  page,
  model,
}: {
  evidence: Evidence;
  view: GoalView;
  page: GoalsView;
  model: GoalsModel;
}) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(editing);
  const { id, text, url, on } = evidence;
  if (editing) {
    return (
      <li ref={place}>
        <EvidenceForm
          label={i18n.t("goalPlan.evidence.edit", [text])}
          evidence={evidence}
          view={view}
          page={page}
          ofGoal
          draft={`${id}.edit`}
          onSave={(form) => model.evidence.edit(id, form)}
          onClose={() => setEditing(false)}
        />
      </li>
    );
  }
  const milestone = view.milestones.find((each) => each.id === evidence.milestoneId);
  const meeting = page.meetings.find((each) => each.id === evidence.meetingId);
  return (
    <li ref={place} class="row">
      <Icon of={icons[evidence.kind]} />
      <span class="main">
        <button
          type="button"
          class="words"
          aria-label={i18n.t("goalPlan.evidence.edit", [text])}
          data-return
          onClick={() => setEditing(true)}
        >
          {text}
        </button>
        <span class="meta dots">
          {milestone && <span>{milestone.title}</span>}
          {url && (
            <a href={url} target="_blank" rel="noreferrer">
              {new URL(url).hostname}
            </a>
          )}
          {meeting && <a href={`#/meetings/${encodeURIComponent(meeting.id)}?at=notes`}>{meeting.title}</a>}
        </span>
      </span>
      <span class="end">
        {on && <span class="meta num">{shortDay(on, page.today)}</span>}
        <button
          type="button"
          class="icon-btn sm"
          aria-label={i18n.t("goals.remove", [text])}
          onClick={() => void model.evidence.remove(evidence)}
        >
          <Icon of={Trash2} size="sm" />
        </button>
      </span>
    </li>
  );
}
