import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type RefObject } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Id } from "@/lib/domain/envelope.ts";
import { nearest, type Step, stepFrom } from "@/lib/domain/roadmap-steps.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";

export interface PictureFocus {
  /** The one mark that the Tab key stops at. */
  tabStop: ReadonlySignal<Id | null>;
  /** The mark had the focus last. */
  remember: (id: Id) => void;
  /** Moves the focus, and the picture with it. */
  move: (step: Step) => void;
  /** To today, and the mark nearest to it in the lane of the focus. */
  toToday: (at: number) => void;
}

/**
 * One tab stop among thousands of marks: the one that had the focus last, else the one nearest to today. A mark that was
 * moved to another tile is a new button; it gets the focus that the old one had.
 */
export function usePictureFocus(
  camera: CameraModel,
  root: RefObject<HTMLElement | null>,
  todayAt: number,
): PictureFocus {
  const { active, wanted, tabStop } = useMemo(() => {
    const last = signal<Id | null>(null);
    return {
      active: last,
      wanted: signal<{ id: Id } | null>(null),
      tabStop: computed(() => {
        const stops = stopsOf(camera);
        const known = stops.flat().find(({ id }) => id === last.value);
        return (known ?? nearest(stops[0] ?? [], todayAt) ?? stops.flat()[0])?.id ?? null;
      }),
    };
  }, [camera, todayAt]);

  useEffect(() => {
    const id = wanted.value?.id;
    const button = id && buttonOf(root.current, id);
    if (button && document.activeElement !== button) button.focus({ preventScroll: true });
  });
  useEffect(() => {
    // The mark in focus went to another place of the document, and the focus fell to the page.
    const id = active.peek();
    if (!id || document.activeElement !== document.body || wanted.peek()?.id !== id) return;
    buttonOf(root.current, id)?.focus({ preventScroll: true });
  });

  const goTo = (id: Id, at: number): void => {
    active.value = id;
    camera.reveal(at);
    wanted.value = { id };
    buttonOf(root.current, id)?.focus({ preventScroll: true });
  };
  return {
    tabStop,
    remember: (id) => {
      active.value = id;
      wanted.value = { id };
    },
    move: (step) => {
      const stop = stepFrom(stopsOf(camera), tabStop.peek(), step);
      if (stop) goTo(stop.id, stop.at);
    },
    toToday: (at) => {
      camera.reveal(at, true);
      const stops = stopsOf(camera);
      const lane = stops.find((each) => each.some(({ id }) => id === tabStop.peek())) ?? stops.flat();
      const stop = nearest(lane, at);
      if (stop) goTo(stop.id, stop.at);
    },
  };
}

function stopsOf(camera: CameraModel) {
  return camera.layouts.value.map((layout) => layout.spots);
}

function buttonOf(root: HTMLElement | null, id: Id): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
}
