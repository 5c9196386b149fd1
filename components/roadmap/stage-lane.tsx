import { i18n } from "#i18n";
import { percentAt, type Span } from "@/lib/domain/roadmap-time.ts";
import type { RoadmapView } from "@/lib/state/roadmap.ts";
import { stretchWords } from "./words.ts";

/** The stages of the mentorship: solid is walked, dotted is ahead, a step back is a loop on the line. */
export function StageLane({ view, whole }: { view: RoadmapView; whole: Span }) {
  const { legs, loops } = view.stages;
  const clamp = (at: number): string => String(Math.min(100, Math.max(0, percentAt(at, whole))));
  return (
    <div class="rm-row rm-stages">
      <span class="name">{i18n.t("roadmap.stage")}</span>
      <div class="lane">
        {legs
          .filter(({ to }) => to > whole.from)
          .map((leg) => (
            <span
              key={`${leg.from} ${leg.stage ?? ""}`}
              class={leg.walked ? "leg walked" : "leg"}
              style={{ "--x": clamp(leg.from), "--to": clamp(leg.to) }}
            >
              {leg.stage && <b class={leg.current ? "on" : ""}>{i18n.t(`stages.${leg.stage}`)}</b>}
            </span>
          ))}
        {loops.map((loop) => {
          const when = stretchWords(loop.fromOn, loop.toOn, view.today);
          const stage = i18n.t(`stages.${loop.stage}`);
          const name = loop.why
            ? i18n.t("roadmap.loopWhy", [stage, when, loop.why])
            : i18n.t("roadmap.loop", [stage, when]);
          return (
            <svg
              key={loop.fromOn}
              class="loop at"
              style={{ "--x": clamp(loop.at) }}
              viewBox="0 0 34 20"
              role="img"
              aria-label={name}
            >
              <title>{name}</title>
              <path d="M0 2C16 2 26 8 23 14.5 20.5 19.5 13.5 19.5 11 14.5 8 8 18 2 34 2" />
            </svg>
          );
        })}
      </div>
    </div>
  );
}
