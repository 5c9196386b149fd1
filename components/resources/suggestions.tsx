import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { activitySuggestions } from "@/lib/content/activities.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ResourcesModel, ResourcesView } from "@/lib/state/resources.ts";
import { ActivityFields, activityFrom } from "./activity-fields.tsx";

/** The library of practice: what was never begun first. */
export function Suggestions({ view, model }: { view: ResourcesView; model: ResourcesModel }) {
  return (
    <section aria-labelledby="suggestions-title" class="suggestions">
      <h3 class="head" id="suggestions-title">
        {i18n.t("activities.suggestionsTitle")}
      </h3>
      <ul class="list">
        {view.suggestions.map((each) => (
          <Suggestion key={each.key} of={each} view={view} model={model} />
        ))}
      </ul>
    </section>
  );
}

function Suggestion({
  of,
  view,
  model,
}: {
  of: ResourcesView["suggestions"][number];
  view: ResourcesView;
  model: ResourcesModel;
}) {
  const [starting, setStarting] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(starting);
  const title = i18n.t(`activities.suggestions.${of.key}.title`);
  const kind = activitySuggestions.find(({ key }) => key === of.key)?.kind ?? "practice";
  if (starting) {
    const goalId = view.goalId ?? view.goals.find((goal) => goal.status === "open")?.id ?? null;
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${view.mentorshipId}.${of.key}`}
          label={i18n.t("activities.startNamed", [title])}
          submit={i18n.t("activities.start")}
          onSave={(value) => model.addActivity(activityFrom(value), of.key)}
          onClose={() => setStarting(false)}
        >
          <ActivityFields goals={view.goals} begin={{ title, kind, startsOn: view.today, goalId }} />
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={place} class="row flat work">
      <div class="main">
        <span class={of.last ? "soft" : ""}>{title}</span>
        <p class="meta">
          {of.last
            ? of.last.startsOn
              ? i18n.t("activities.lastOn", [nearDay(of.last.startsOn, view.today)])
              : i18n.t("activities.begun")
            : i18n.t(`activities.suggestions.${of.key}.about`)}
        </p>
      </div>
      <div class="end">
        <button
          type="button"
          class={of.last ? "btn sm quiet" : "btn sm"}
          aria-label={i18n.t(of.last ? "activities.againNamed" : "activities.startNamed", [title])}
          data-return
          onClick={() => setStarting(true)}
        >
          {i18n.t(of.last ? "activities.again" : "activities.start")}
        </button>
      </div>
    </li>
  );
}
