import { addDays } from "@/lib/domain/civil-time.ts";
import type { Step } from "@/lib/domain/roadmap-steps.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { isMovable } from "./use-drag.ts";
import type { PictureFocus } from "./use-focus.ts";
import { directionOf } from "./use-scroll.ts";

const closer = 0.7;

/** The keys of the picture. Along a lane is along time, which runs to the left in some languages. */
export function pictureKeys(
  event: KeyboardEvent,
  {
    model,
    camera,
    view,
    focus,
  }: { model: RoadmapModel; camera: CameraModel; view: RoadmapView; focus: PictureFocus },
): void {
  if (event.ctrlKey || event.metaKey || !(event.currentTarget instanceof HTMLElement)) return;
  const mirrored = directionOf(event.currentTarget) < 0;
  const along = { ArrowRight: mirrored ? -1 : 1, ArrowLeft: mirrored ? 1 : -1 }[event.key];
  if (event.altKey) {
    if (along === undefined) return;
    event.preventDefault();
    const mark = view.marks.get(focus.tabStop.peek() ?? "");
    if (!mark || !isMovable(mark)) return;
    model.select(mark.id);
    model.shift(mark.id, along, addDays(mark.on, along));
    return;
  }
  const step = along === undefined ? stepOf[event.key] : along > 0 ? "next" : "previous";
  if (step) {
    event.preventDefault();
    focus.move(step);
    return;
  }
  if (event.key === "+" || event.key === "=") camera.zoom(closer, placeOf(focus, camera));
  else if (event.key === "-") camera.zoom(1 / closer, placeOf(focus, camera));
  else if (event.key === "t" || event.key === "T") focus.toToday(view.todayAt);
  else return;
  event.preventDefault();
}

const stepOf: Partial<Record<string, Step>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

/** Zooming by key keeps the mark in focus where it is. */
function placeOf(focus: PictureFocus, camera: CameraModel): number | undefined {
  const id = focus.tabStop.peek();
  return camera.layouts
    .peek()
    .flatMap(({ spots }) => spots)
    .find((spot) => spot.id === id)?.at;
}
