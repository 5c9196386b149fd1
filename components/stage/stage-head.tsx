import { ArrowLeft, ArrowRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { turnOf } from "@/lib/domain/life-cycle.ts";
import { usualMonths, weekOfVisit } from "@/lib/domain/stage-walk.ts";
import { type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { stageName, stageWording } from "@/lib/state/stage-words.ts";
import type { StagesView } from "@/lib/state/stages.ts";
import { weekWords } from "@/components/kit/life-words.ts";

/** What the stage is for, whether the two are in it and for how long, and the button that moves on or back. */
export function StageHead({
  view,
  stage,
  onMove,
}: {
  view: StagesView;
  stage: Stage;
  onMove: (to: Stage) => void;
}) {
  const here = stage === view.visit.stage;
  const to = here ? stages[stages.indexOf(stage) + 1] : stage;
  const isBack = to !== undefined && stages.indexOf(to) < stages.indexOf(view.visit.stage);
  const mentor = view.mentorship.role === "mentor";
  return (
    <div class="stage-head">
      <h2 class="big">{stageName(stage)}</h2>
      <p class="lede">{i18n.t(mentor ? `lifecycle.aimsMentor.${stage}` : `lifecycle.aims.${stage}`)}</p>
      {stageWording.value === "five" && turnOf(stage) === "evaluate" && (
        <p class="soft">{i18n.t(stage === "separation" ? "lifecycle.closing" : "lifecycle.beyond")}</p>
      )}
      <p class="meta dots">
        {here ? <Here view={view} stage={stage} /> : <span>{elsewhere(view, stage)}</span>}
      </p>
      {to && (
        <div class="btns">
          <button
            type="button"
            class={isProposed(view, to) ? "btn primary" : "btn"}
            data-return
            onClick={() => onMove(to)}
          >
            {isBack && <Icon of={ArrowLeft} flip />}
            {i18n.t(isBack ? "lifecycle.moveBack" : "lifecycle.moveOn", [stageName(to)])}
            {!isBack && <Icon of={ArrowRight} flip />}
          </button>
        </div>
      )}
    </div>
  );
}

/** "You are here · week 5 · usually 1–3 months · week 14 of 26 in all". */
function Here({ view, stage }: { view: StagesView; stage: Stage }) {
  const usual = stage === "initiation" ? usualMonths.initiation : null;
  return (
    <>
      <span class="strong">{i18n.t("lifecycle.youAreHere")}</span>
      <span>{i18n.t("lifecycle.weekHere", [String(weekOfVisit(view.visit, view.today))])}</span>
      {usual && <span>{i18n.t("lifecycle.usual", [String(usual.from), String(usual.to)])}</span>}
      <span>{i18n.t("lifecycle.inAll", [weekWords(view.life)])}</span>
    </>
  );
}

function elsewhere(view: StagesView, stage: Stage): string {
  const visits = view.walk.filter((visit) => visit.stage === stage);
  const planned = visits.find((visit) => visit.state === "planned");
  if (planned) return i18n.t("lifecycle.planned", [shortDay(planned.fromOn, view.today)]);
  if (visits.length > 0) return i18n.t("lifecycle.wasHere");
  return i18n.t(
    stages.indexOf(stage) < stages.indexOf(view.visit.stage) ? "lifecycle.passed" : "lifecycle.ahead",
  );
}

function isProposed(view: StagesView, to: Stage): boolean {
  return view.hints.some((hint) => "to" in hint && hint.to === to);
}
