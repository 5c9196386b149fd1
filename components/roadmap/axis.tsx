import { i18n } from "#i18n";
import { monthTicks, percentAt, type Span, weekTicks } from "@/lib/domain/roadmap-time.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { RoadmapView } from "@/lib/state/roadmap.ts";
import { monthName } from "./words.ts";

/** Pixels that a month and the number of a week need at least. */
const monthPx = 62;
const weekPx = 72;

/** Months and weeks of the mentorship; the post stands at today. */
export function Axis({ view, camera }: { view: RoadmapView; camera: CameraModel }) {
  const whole = camera.whole.value;
  const pixelsPerDay = camera.length.value / whole.days;
  const tileDays = camera.tileDays.value;
  const { first, last } = camera.drawn.value;
  const from = Math.max(whole.from, first * tileDays);
  const near: Span = {
    from,
    days: Math.min(whole.from + whole.days, (last + 1) * tileDays) - from,
  };
  const place = (at: number) => ({ "--x": String(percentAt(at, whole)) });
  const months = monthTicks(near, monthPx / pixelsPerDay);
  const short = pixelsPerDay * 30 < 96;
  const clear = 30 / pixelsPerDay;
  const weeks = weekTicks(near, view.startsAt, weekPx / pixelsPerDay).filter(
    ({ at }) => Math.abs(at - view.todayAt) > clear,
  );
  return (
    <>
      <div class="rm-row rm-months" aria-hidden="true">
        <span class="name" />
        <div class="lane">
          {months.map(({ at, on, year }, index) => (
            <span key={on} class="at" style={place(at)}>
              {monthName(on, year && (index > 0 || short), short)}
            </span>
          ))}
        </div>
      </div>
      <div class="rm-row rm-weeks" aria-hidden="true">
        <span class="name meta">{i18n.t("roadmap.week")}</span>
        <div class="lane">
          {weeks.map(({ at, week }) => (
            <span key={week} class="at" style={place(at)}>
              {week}
            </span>
          ))}
          <span class="at post" style={place(view.todayAt)}>
            {view.week}
          </span>
        </div>
      </div>
    </>
  );
}
