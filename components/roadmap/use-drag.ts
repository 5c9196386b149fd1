import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Mark } from "@/lib/domain/roadmap-picture.ts";
import { dayOfNumber, percentAt } from "@/lib/domain/roadmap-time.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { RoadmapModel } from "@/lib/state/roadmap.ts";
import { dayAt } from "./use-scroll.ts";

/** What is said while a milestone is held by the pointer. */
export interface Dragging {
  on: Day;
  x: number;
  /** Pixels from the top of the picture. */
  top: number;
}

/** A hand that trembles does not drag. */
const slackPx = 4;

/**
 * Dragging with a mouse or a pen: a milestone goes to another day, an empty place takes the time along. Escape leaves
 * everything where it was. A finger scrolls instead; the form moves a date there.
 */
export function usePictureDrag(
  model: RoadmapModel,
  camera: CameraModel,
  scroller: RefObject<HTMLElement | null>,
): Signal<Dragging | null> {
  const dragging = useSignal<Dragging | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
      const button = event.target.closest<HTMLElement>(".ms");
      const mark = button && model.view.peek()?.marks.get(button.dataset["id"] ?? "");
      if (button && mark && isMovable(mark) && !button.classList.contains("many"))
        dragMark({ event, button, mark, model, camera, scroller: element, dragging });
      else if (!button && event.target.closest(".lane")) dragTime(event, element);
    };
    element.addEventListener("pointerdown", onDown);
    return () => element.removeEventListener("pointerdown", onDown);
  }, [model, camera]);
  return dragging;
}

/** What is reached or dropped stands where it is. */
export function isMovable(mark: Mark): boolean {
  return mark.state !== "done" && mark.state !== "drop";
}

function dragMark({
  event: start,
  button,
  mark,
  model,
  camera,
  scroller,
  dragging,
}: {
  event: PointerEvent;
  button: HTMLElement;
  mark: Mark;
  model: RoadmapModel;
  camera: CameraModel;
  scroller: HTMLElement;
  dragging: Signal<Dragging | null>;
}): void {
  const began = button.style.getPropertyValue("--x");
  const whole = camera.whole.peek();
  const grip = mark.at - dayAt(scroller, camera, start.clientX);
  let to: number | null = null;
  const end = (): void => {
    controller.abort();
    dragging.value = null;
    button.classList.remove("held");
    button.style.setProperty("--x", began);
  };
  const controller = new AbortController();
  const { signal } = controller;
  const onMove = (event: PointerEvent): void => {
    if (to === null && Math.abs(event.clientX - start.clientX) < slackPx) return;
    if (to === null) {
      button.setPointerCapture(event.pointerId);
      button.classList.add("held");
    }
    to = Math.round(dayAt(scroller, camera, event.clientX) + grip);
    const x = percentAt(to, whole);
    button.style.setProperty("--x", String(x));
    dragging.value = {
      on: dayOfNumber(to),
      x,
      top: (button.offsetParent as HTMLElement | null)?.offsetTop ?? 0,
    };
  };
  const onUp = (): void => {
    const day = to === null ? null : dayOfNumber(to);
    end();
    if (day === null) return;
    if (day !== mark.on) {
      button.style.setProperty("--x", String(percentAt(to ?? mark.at, whole)));
      void model.moveTo(mark.id, day).then((done) => {
        if (!done) button.style.setProperty("--x", began);
      });
    }
    model.select(mark.id);
  };
  addEventListener("pointermove", onMove, { signal });
  addEventListener("pointerup", onUp, { signal });
  addEventListener("pointercancel", end, { signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
}

function dragTime(start: PointerEvent, scroller: HTMLElement): void {
  const began = scroller.scrollLeft;
  const controller = new AbortController();
  const { signal } = controller;
  let moved = false;
  const end = (): void => {
    controller.abort();
    scroller.classList.remove("panning");
  };
  const onMove = (event: PointerEvent): void => {
    const by = event.clientX - start.clientX;
    if (!moved && Math.abs(by) < slackPx) return;
    moved = true;
    scroller.classList.add("panning");
    scroller.scrollLeft = began - by;
  };
  addEventListener("pointermove", onMove, { signal });
  addEventListener("pointerup", end, { signal });
  addEventListener("pointercancel", end, { signal });
}
