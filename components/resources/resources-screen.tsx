import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { ResourcesModel } from "@/lib/state/resources.ts";
import { ActivityFields, activityFrom } from "./activity-fields.tsx";
import { ActivityRow } from "./activity-row.tsx";
import { AddWork } from "./add-work.tsx";
import { ResourceFields, resourceFrom } from "./resource-fields.tsx";
import { ResourceRow } from "./resource-row.tsx";
import { Suggestions } from "./suggestions.tsx";

/** What is read and what is practised on the way to the goals. Content of the Shell's main, which draws the heading. */
export function ResourcesScreen({ model }: { model: ResourcesModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const { some, resources, activities, goals, goalId } = view;
  return (
    <div ref={page} tabIndex={-1} class="resources-page">
      {goals.length > 0 && (
        <label class="work-filter">
          <span class="meta">{i18n.t("resources.filter")}</span>
          <select class="select" onChange={(event) => model.show(event.currentTarget.value || null)}>
            <option value="" selected={!goalId}>
              {i18n.t("resources.all")}
            </option>
            {goals.map((goal) => (
              <option key={goal.id} value={goal.id} selected={goal.id === goalId}>
                {goal.title}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="work-cols" key={view.mentorshipId}>
        <section class="work-sec" aria-labelledby="resources-title">
          <h2 class="title" id="resources-title">
            {i18n.t("resources.resource.title")}
          </h2>
          <p class="hint">{i18n.t("resources.resource.hint")}</p>
          {resources.length > 0 && (
            <ul class="list">
              {resources.map((item) => (
                <ResourceRow key={item.row.id} item={item} view={view} model={model} />
              ))}
            </ul>
          )}
          {!some.resources && (
            <Empty
              title={i18n.t("resources.resource.empty")}
              why={i18n.t("resources.resource.emptyWhy")}
              example={i18n.t("resources.resource.emptyExample")}
            />
          )}
          {some.resources && resources.length === 0 && <p class="soft none">{i18n.t("resources.none")}</p>}
          <AddWork
            label={i18n.t("resources.resource.add")}
            draft={`${view.mentorshipId}.resource`}
            onAdd={(value) => model.addResource(resourceFrom(value))}
          >
            <ResourceFields goals={goals} goalId={goalId} />
          </AddWork>
        </section>
        <section class="work-sec" aria-labelledby="activities-title">
          <h2 class="title" id="activities-title">
            {i18n.t("activities.title")}
          </h2>
          <p class="hint">{i18n.t("activities.hint")}</p>
          {activities.length > 0 && (
            <ul class="list">
              {activities.map((item) => (
                <ActivityRow key={item.row.id} item={item} view={view} model={model} />
              ))}
            </ul>
          )}
          {!some.activities && (
            <Empty
              title={i18n.t("activities.empty")}
              why={i18n.t("activities.emptyWhy")}
              example={i18n.t("activities.emptyExample")}
            />
          )}
          {some.activities && activities.length === 0 && <p class="soft none">{i18n.t("resources.none")}</p>}
          <AddWork
            label={i18n.t("activities.add")}
            draft={`${view.mentorshipId}.activity`}
            onAdd={(value) => model.addActivity(activityFrom(value))}
          >
            <ActivityFields
              goals={goals}
              begin={{ title: "", kind: "practice", startsOn: view.today, goalId }}
            />
          </AddWork>
          <Suggestions view={view} model={model} />
        </section>
      </div>
    </div>
  );
}
