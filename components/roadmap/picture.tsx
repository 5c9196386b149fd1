import { useId, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { dayOfNumber, percentAt } from "@/lib/domain/roadmap-time.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { Axis } from "./axis.tsx";
import { DragDay } from "./drag-day.tsx";
import { GoalLane } from "./goal-lane.tsx";
import { Legend } from "./legend.tsx";
import { MeetingLane } from "./meeting-lane.tsx";
import { PickBar } from "./pick-bar.tsx";
import { pictureKeys } from "./picture-keys.ts";
import { PlanWords } from "./plan-words.tsx";
import { StageLane } from "./stage-lane.tsx";
import { usePictureDrag } from "./use-drag.ts";
import { usePictureFocus } from "./use-focus.ts";
import { usePictureScroll } from "./use-scroll.ts";
import { sumWords } from "./words.ts";

/** The roadmap as a picture: goals as trails along a time axis. */
export function Picture({
  model,
  camera,
  view,
  onTable,
}: {
  model: RoadmapModel;
  camera: CameraModel;
  view: RoadmapView;
  onTable: () => void;
}) {
  const keysId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const label = useRef<HTMLSpanElement>(null);
  const focus = usePictureFocus(camera, scroller, view.todayAt);
  usePictureScroll(camera, scroller, label);
  const dragging = usePictureDrag(model, camera, scroller);
  const whole = camera.whole.value;
  const layouts = camera.layouts.value;
  const plan = model.planShown.value ? view.plan : null;
  const ghosts = plan && Map.groupBy(plan.ghosts, ({ goalId }) => goalId);
  const none = layouts.every(({ spots }) => spots.length === 0);

  const choose = (id: string): void => {
    const spot = layouts.flatMap(({ spots }) => spots).find((each) => each.id === id);
    if (!spot) return;
    if (spot.marks.length === 1) return model.select(id);
    const [first, last] = [spot.marks[0]?.at ?? spot.at, spot.marks.at(-1)?.at ?? spot.at];
    camera.zoom(Math.max(0.08, Math.min(0.5, ((last - first) * 6) / camera.days.value)), spot.at);
    camera.reveal(spot.at);
  };
  const onClick = ({ target }: MouseEvent): void => {
    const id = target instanceof Element && target.closest<HTMLElement>(".ms")?.dataset["id"];
    if (id) choose(id);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const id = target instanceof HTMLElement && target.dataset["id"];
    if (id) focus.remember(id);
  };
  return (
    <>
      <div
        ref={scroller}
        class="rm-scroll"
        role="region"
        aria-label={i18n.t("roadmap.region")}
        {...(none ? { tabIndex: 0 } : {})}
        onKeyDown={(event) => pictureKeys(event, { model, camera, view, focus })}
        onFocusIn={onFocus}
        onClick={onClick}
      >
        <section
          class="rm"
          role="group"
          aria-label={i18n.t("roadmap.summary", [
            shortDay(dayOfNumber(whole.from), view.today),
            shortDay(dayOfNumber(whole.from + whole.days), view.today),
            sumWords(view.sums),
          ])}
          aria-describedby={keysId}
          style={{ "--content": `${camera.length.value}px` }}
        >
          <p class="sr" id={keysId}>
            {i18n.t("roadmap.keys")}
          </p>
          <div data-axis>
            <span ref={label} class="rm-label" aria-hidden="true" />
            <Axis view={view} camera={camera} />
            <StageLane view={view} whole={whole} />
          </div>
          {layouts.map((layout) => (
            <GoalLane
              key={layout.lane.goal.id}
              layout={layout}
              whole={whole}
              camera={camera}
              today={view.today}
              ghosts={ghosts ? (ghosts.get(layout.lane.goal.id) ?? []) : null}
              tabStop={focus.tabStop}
              selectedId={model.selectedId}
              onTable={onTable}
            />
          ))}
          <MeetingLane view={view} whole={whole} camera={camera} />
          <span
            class="rm-today"
            style={{ "--x": String(percentAt(view.todayAt, whole)) }}
            aria-hidden="true"
          />
          <DragDay dragging={dragging} today={view.today} />
        </section>
      </div>
      <Legend view={view} />
      {plan && <PlanWords ghosts={plan.ghosts} on={plan.on} today={view.today} />}
      <PickBar model={model} view={view} />
    </>
  );
}
