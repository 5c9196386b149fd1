import { Bell, Download, Printer } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import type { ReviewsModel } from "@/lib/state/reviews.ts";
import { ChangeList } from "./change-list.tsx";
import { LookChoice } from "./look-choice.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { MilestoneTable } from "./milestone-table.tsx";
import { SkillsTable } from "./skills-table.tsx";
import { ThenNowPicture } from "./then-now-picture.tsx";

/** Then and now: the plan as it was beside the plan as it is, in a picture and in words. */
export function ReviewsScreen({
  model,
  children,
}: {
  model: ReviewsModel;
  /** What is written at the end of a mentorship, under the comparison. */
  children?: ComponentChildren;
}) {
  const view = model.view.value;
  if (!view) return null;
  const nothing = view.goals.length === 0;
  return (
    <div class="reviews-page">
      <Exit model={model} today={view.today} />
      <div class="reviews-top">
        <LookChoice model={model} view={view} />
        <div class="tools">
          <button type="button" class="btn quiet" onClick={() => model.saveMarkdown()}>
            <Icon of={Download} />
            {i18n.t("reviews.markdown")}
          </button>
          <button type="button" class="btn quiet" onClick={() => globalThis.print()}>
            <Icon of={Printer} />
            {i18n.t("reviews.print")}
          </button>
        </div>
      </div>
      {nothing ? (
        <Empty
          title={i18n.t("reviews.empty.title")}
          why={i18n.t("reviews.empty.why")}
          example={i18n.t("reviews.empty.example")}
        >
          <a class="btn primary" href="#/roadmap">
            {i18n.t("reviews.empty.goals")}
          </a>
        </Empty>
      ) : (
        <>
          <ThenNowPicture view={view} />
          <ChangeList view={view} />
          <MilestoneTable view={view} />
        </>
      )}
      <SkillsTable view={view} />
      {view.metrics.length > 0 && <MetricsTable view={view} />}
      {children}
    </div>
  );
}

/** So many days before the review it is said at the top of the page. */
const exitShownDays = 14;

function Exit({ model, today }: { model: ReviewsModel; today: string }) {
  const exit = model.exit.value;
  if (!exit) return null;
  const shownFrom = Temporal.PlainDate.from(exit.on).subtract({ days: exitShownDays }).toString();
  if (today < shownFrom) return null;
  return (
    <div class="notice exit-note">
      <Icon of={Bell} />
      <p>{i18n.t("reviews.exit", [dayAndMonth(exit.on, today)])}</p>
      {exit.lookedOn !== today && (
        <div class="btns">
          <button type="button" class="btn sm" onClick={() => void model.lookedAtExit()}>
            {i18n.t("reviews.exitDone")}
          </button>
        </div>
      )}
    </div>
  );
}
