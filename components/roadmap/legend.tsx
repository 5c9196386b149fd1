import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import type { RoadmapView } from "@/lib/state/roadmap.ts";
import { mixWords } from "./words.ts";

const states = ["done", "next", "ahead", "late", "drop"] as const;

/** What the marks mean, and the mix of the goals. */
export function Legend({ view }: { view: RoadmapView }) {
  const dropped = view.lanes.some((lane) => lane.marks.some(({ state }) => state === "drop"));
  const mix = mixWords(view.mix);
  return (
    <div class="rm-foot meta">
      {states
        .filter((state) => state !== "drop" || dropped)
        .map((state) => (
          <span key={state}>
            <Blaze state={state} size="sm" />
            {i18n.t(`roadmap.legend.${state}`)}
          </span>
        ))}
      <span>
        <i class="dot" />
        {i18n.t("roadmap.legend.held")}
      </span>
      <span>
        <i class="dot ring" />
        {i18n.t("roadmap.legend.planned")}
      </span>
      {mix && (
        <p class="mix">
          {i18n.t("roadmap.mix", [mix])}
          {view.mix.only &&
            `. ${i18n.t(view.mix.only === "technical" ? "roadmap.onlyTechnical" : "roadmap.onlySoft")}`}
        </p>
      )}
    </div>
  );
}
