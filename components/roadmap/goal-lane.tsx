import type { ReadonlySignal } from "@preact/signals";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Ghost } from "@/lib/domain/roadmap-baseline.ts";
import type { LaneLayout } from "@/lib/domain/roadmap-layout.ts";
import type { Stretch } from "@/lib/domain/roadmap-picture.ts";
import { percentAt, type Span } from "@/lib/domain/roadmap-time.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import { GhostLine } from "./ghost-line.tsx";
import { SpotButton } from "./spot-button.tsx";
import { laneMeta } from "./words.ts";

/** A goal as a trail: its phases, the way walked and ahead, its milestones, and the agreed plan behind it. */
export function GoalLane({
  layout,
  whole,
  camera,
  today,
  ghosts,
  tabStop,
  selectedId,
  onTable,
}: {
  layout: LaneLayout;
  whole: Span;
  camera: CameraModel;
  today: Day;
  /** The plan of this goal, where it is to be shown. */
  ghosts: readonly Ghost[] | null;
  tabStop: ReadonlySignal<Id | null>;
  selectedId: ReadonlySignal<Id | null>;
  onTable: () => void;
}) {
  const { lane } = layout;
  const { goal, progress } = lane;
  const span = ({ from, to }: Stretch) => ({
    "--x": String(percentAt(from, whole)),
    "--to": String(percentAt(to, whole)),
  });
  return (
    <div
      class={ghosts ? "rm-row rm-goal with-plan" : "rm-row rm-goal"}
      role="group"
      aria-label={i18n.t("roadmap.laneOf", [goal.title, String(progress.reached), String(progress.total)])}
    >
      <div class="name">
        <a class="strong" href={`#/goals/${encodeURIComponent(goal.id)}`} tabIndex={-1}>
          {goal.title}
        </a>
        <span class="meta">{laneMeta(lane)}</span>
        {goal.outcome && (
          <span class="meta outcome" title={goal.outcome}>
            {i18n.t("roadmap.outcome", [goal.outcome])}
          </span>
        )}
        {lane.undated > 0 && (
          <button
            type="button"
            class="btn sm link"
            tabIndex={-1}
            aria-label={i18n.t("roadmap.showUndated", [goal.title, i18n.t("roadmap.undated", lane.undated)])}
            onClick={onTable}
          >
            {i18n.t("roadmap.undated", lane.undated)}
          </button>
        )}
      </div>
      <div class="lane">
        {lane.bands.map((band) => (
          <span key={band.phase} class={band.current ? "phase on" : "phase"} style={span(band)}>
            <span>{i18n.t(`phases.${band.phase}`)}</span>
          </span>
        ))}
        {lane.walked && <span class="way walked" style={span(lane.walked)} />}
        {lane.over && <span class="way over" style={span(lane.over)} />}
        {lane.ahead && <span class="way" style={span(lane.ahead)} />}
        {ghosts && <GhostLine ghosts={ghosts} marks={lane.marks} whole={whole} />}
        <Spots layout={layout} camera={camera} today={today} tabStop={tabStop} selectedId={selectedId} />
      </div>
    </div>
  );
}

/**
 * The milestones of a lane that are in sight or near, tile by tile. A tile that was drawn before is the same node again,
 * which costs nothing: moving on draws what is new and nothing else.
 */
function Spots({
  layout,
  camera,
  today,
  tabStop,
  selectedId,
}: {
  layout: LaneLayout;
  camera: CameraModel;
  today: Day;
  tabStop: ReadonlySignal<Id | null>;
  selectedId: ReadonlySignal<Id | null>;
}) {
  const tileDays = camera.tileDays.value;
  const tiles = useMemo(() => Map.groupBy(layout.spots, ({ at }) => camera.tileOf(at)), [layout, tileDays]);
  const made = useMemo(() => new Map<number, VNode>(), [tiles, today]);
  const { first, last } = camera.drawn.value;
  // The one in focus stays, wherever the picture is moved to.
  const held = layout.spots.find(({ id }) => id === tabStop.value);
  const shown = [...tiles.keys()].filter(
    (tile) => (tile >= first && tile <= last) || (held && camera.tileOf(held.at) === tile),
  );
  return (
    <>
      {shown.map((tile) => {
        const known = made.get(tile) ?? (
          <Tile key={tile}>
            {(tiles.get(tile) ?? []).map((spot) => (
              <SpotButton key={spot.id} spot={spot} today={today} tabStop={tabStop} selectedId={selectedId} />
            ))}
          </Tile>
        );
        made.set(tile, known);
        return known;
      })}
    </>
  );
}

function Tile({ children }: { children: VNode[] }) {
  return <>{children}</>;
}
