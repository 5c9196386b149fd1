import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { PrepareModel, PrepareView } from "@/lib/state/prepare.ts";
import { ContentsList } from "./contents-list.tsx";
import { ExpectedLists } from "./expected-lists.tsx";
import { GoalLines } from "./goal-lines.tsx";
import { NotedList } from "./noted-list.tsx";
import { PlaceField } from "./place-field.tsx";
import { PrepareSection } from "./prepare-section.tsx";
import { Reflection } from "./reflection.tsx";
import { Skills } from "./skills.tsx";

const sections = [
  "now",
  "wanted",
  "ways",
  "skills",
  "offer",
  "rapport",
  "needs",
  "around",
  "expect",
  "rules",
  "goals",
] as const;
type Section = (typeof sections)[number];

/**
 * What one brings to a mentorship and wants of it, in plain lists. Content of the Shell's main, which draws the heading.
 */
export function PrepareScreen({ model }: { model: PrepareModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const titled = sections.map((id) => ({
    id: `prepare-${id}`,
    title: i18n.t(`prepare.sections.${id}`, [view.partnerName]),
  }));
  return (
    <div ref={page} tabIndex={-1} class="prepare">
      <ContentsList sections={titled} />
      {/* Another mentorship is another page: nothing that was open in one stays open in the other. */}
      <div class="prep-body" key={view.mentorshipId}>
        <p class="soft intro">{i18n.t("prepare.intro")}</p>
        {sections.map((id) => (
          <PrepareSection
            key={id}
            id={`prepare-${id}`}
            title={i18n.t(`prepare.sections.${id}`, [view.partnerName])}
            hint={i18n.t(`prepare.hints.${id}`, [view.partnerName])}
          >
            {contentOf(id, model, view)}
          </PrepareSection>
        ))}
      </div>
    </div>
  );
}

function contentOf(id: Section, model: PrepareModel, view: PrepareView): ComponentChildren {
  const self = view.selfId === null ? null : { table: "people" as const, id: view.selfId };
  const exampleOf = (words: string): string => i18n.t("prepare.example", [words]);
  switch (id) {
    case "now":
      return (
        <>
          <PlaceField
            name={i18n.t("prepare.role")}
            value={view.role}
            example={exampleOf(i18n.t("prepare.roleExample"))}
            history={self}
            draft="self.role"
            onSave={model.writeRole}
          />
          <NotedList model={model} view={view} kind="strength" />
        </>
      );
    case "wanted":
      return (
        <>
          <PlaceField
            name={i18n.t("prepare.ambition")}
            value={view.ambition}
            example={exampleOf(i18n.t("prepare.ambitionExample"))}
            long
            history={self}
            draft="self.ambition"
            onSave={model.writeAmbition}
          />
          <NotedList model={model} view={view} kind="growth" />
        </>
      );
    case "ways":
      return (
        <>
          <NotedList model={model} view={view} kind="preference" />
          <Reflection model={model} view={view} />
        </>
      );
    case "skills":
      return <Skills model={model} view={view} />;
    case "offer":
      return <NotedList model={model} view={view} kind="offer" unheaded />;
    case "rapport":
      return <NotedList model={model} view={view} kind="rapport" unheaded />;
    case "needs":
      return (["idea", "resource", "support"] as const).map((kind) => (
        <NotedList key={kind} model={model} view={view} kind={kind} />
      ));
    case "around":
      return (
        <>
          <PlaceField
            name={i18n.t("prepare.context")}
            value={view.context}
            example={exampleOf(i18n.t("prepare.contextExample"))}
            long
            history={{ table: "mentorships", id: view.mentorshipId }}
            draft={`${view.mentorshipId}.context`}
            onSave={model.writeContext}
          />
          <NotedList model={model} view={view} kind="opportunity" />
        </>
      );
    case "expect":
      return <ExpectedLists model={model} view={view} />;
    case "rules":
      return <NotedList model={model} view={view} kind="groundRule" unheaded />;
    case "goals":
      return <GoalLines model={model} view={view} />;
  }
}
