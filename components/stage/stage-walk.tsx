import { Undo2 } from "lucide";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { shortDay } from "@/lib/i18n/dates.ts";
import { stageName } from "@/lib/state/stage-words.ts";
import type { StagesView } from "@/lib/state/stages.ts";

/** Every stay in a stage with its days and its reason. Going back is a loop, never an error. */
export function StageWalk({ view }: { view: StagesView }) {
  const { walk, today, mentorship, partnerName } = view;
  const day = (on: string): string => shortDay(on, today);
  return (
    <section class="aside-sec" aria-labelledby="walk">
      <div class="sec-head">
        <h2 class="head" id="walk">
          {i18n.t("lifecycle.walk")}
        </h2>
      </div>
      <ol class="walk stage-walk">
        {walk.map((visit, index) => (
          <li
            key={`${visit.fromOn} ${visit.stage}`}
            class={walk[index + 1]?.state === "planned" || visit.state === "planned" ? "ahead" : ""}
            aria-current={visit.state === "present" ? "step" : undefined}
          >
            <span class="mark">
              <span class={visit.state === "planned" ? "dot ring" : "dot"} />
            </span>
            <p>
              <a href={`#/stages/${visit.stage}`}>{stageName(visit.stage)}</a>{" "}
              {visit.back && (
                <span class="meta nowrap">
                  <Icon of={Undo2} size="sm" flip /> {i18n.t("lifecycle.back")}
                </span>
              )}
            </p>
            <p class="meta">
              {visit.state === "planned"
                ? i18n.t("lifecycle.planned", [day(visit.fromOn)])
                : visit.untilOn && visit.state === "past"
                  ? i18n.t("lifecycle.span", [day(visit.fromOn), day(visit.untilOn)])
                  : i18n.t("lifecycle.since", [day(visit.fromOn)])}
            </p>
            {visit.why && <p class="doc break">{visit.why}</p>}
          </li>
        ))}
      </ol>
      <HistoryLink table="mentorships" id={mentorship.id} title={partnerName} />
    </section>
  );
}
