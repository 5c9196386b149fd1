import { useSignalEffect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";

const lineHeightPx = 16;

/**
 * Joins the picture's own scrolling to the camera: the browser moves what is drawn, and the camera draws what comes near.
 * Wheel and fingers scroll as everywhere; with Ctrl, or two fingers, they zoom; a drag on an empty place moves the time.
 */
export function usePictureScroll(
  camera: CameraModel,
  scroller: RefObject<HTMLElement | null>,
  label: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => {
      const width = element.clientWidth - (label.current?.offsetWidth ?? 0);
      camera.width.value = Math.max(120, width);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [camera]);

  const place = (): void => {
    const element = scroller.current;
    const span = camera.span.value;
    const whole = camera.whole.value;
    if (!element || !span) return;
    const left = ((span.from - whole.from) / whole.days) * camera.length.value;
    if (Math.abs(Math.abs(element.scrollLeft) - left) > 1) element.scrollLeft = left * directionOf(element);
  };
  // Before it is painted, so that a zoom does not jump; and at once where only the shown time was moved.
  useLayoutEffect(place);
  useSignalEffect(place);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let frame = 0;
    const drawOn = (): void => {
      frame = camera.drawMore() ? requestAnimationFrame(drawOn) : 0;
    };
    const onScroll = (): void => {
      const whole = camera.whole.peek();
      const days = (Math.abs(element.scrollLeft) / camera.length.peek()) * whole.days;
      camera.scrolledTo(whole.from + days);
      frame ||= requestAnimationFrame(drawOn);
    };
    frame = requestAnimationFrame(drawOn);
    const zoomAt = (factor: number, clientX: number): void =>
      camera.zoom(factor, dayAt(element, camera, clientX));
    const stops = [
      listen(element, "scroll", onScroll, { passive: true }),
      listen(element, "wheel", (event) => onWheel(event, element, zoomAt), { passive: false }),
      ...pinch(element, zoomAt),
    ];
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [camera]);
}

/** The number of the day under a point of the screen. */
export function dayAt(scroller: HTMLElement, camera: CameraModel, clientX: number): number {
  const { from, days } = camera.span.peek() ?? camera.whole.peek();
  const box = scroller.getBoundingClientRect();
  const width = camera.width.peek();
  const along = directionOf(scroller) > 0 ? clientX - (box.right - width) : box.left + width - clientX;
  return from + (along / width) * days;
}

/** 1 where time runs to the right, -1 where it runs to the left. */
export function directionOf(element: HTMLElement): 1 | -1 {
  return getComputedStyle(element).direction === "rtl" ? -1 : 1;
}

function onWheel(
  event: WheelEvent,
  scroller: HTMLElement,
  zoomAt: (factor: number, clientX: number) => void,
): void {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeightPx : 1;
  if (event.ctrlKey) {
    event.preventDefault();
    // A notch of a wheel is about 100, a pinch comes in small steps.
    zoomAt(Math.exp(Math.max(-60, Math.min(60, event.deltaY * unit)) * 0.006), event.clientX);
    return;
  }
  if (event.shiftKey || event.deltaX !== 0 || event.deltaY === 0) return;
  // Up and down move the page. Where it has nothing to move, and on the time axis, they move the time.
  const onAxis = event.target instanceof Element && event.target.closest("[data-axis]");
  const page = scroller.closest("main");
  if (!onAxis && page && page.scrollHeight > page.clientHeight + 1) return;
  event.preventDefault();
  scroller.scrollLeft += event.deltaY * unit * directionOf(scroller);
}

/** Two fingers: their distance is the zoom. One finger scrolls, which the browser does. */
function pinch(element: HTMLElement, zoomAt: (factor: number, clientX: number) => void): (() => void)[] {
  let before = 0;
  const apart = ([a, b]: Touch[]): number =>
    a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  const onStart = (event: TouchEvent): void => {
    before = event.touches.length === 2 ? apart([...event.touches]) : 0;
  };
  const onMove = (event: TouchEvent): void => {
    const [a, b] = event.touches;
    if (event.touches.length !== 2 || !a || !b || before === 0) return;
    event.preventDefault();
    const now = apart([a, b]);
    if (Math.abs(now - before) < 2 || now === 0) return;
    zoomAt(before / now, (a.clientX + b.clientX) / 2);
    before = now;
  };
  return [
    listen(element, "touchstart", onStart, { passive: true }),
    listen(element, "touchmove", onMove, { passive: false }),
    listen(element, "touchend", onStart, { passive: true }),
  ];
}

function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
  handle: (event: HTMLElementEventMap[K]) => void,
  options: AddEventListenerOptions,
): () => void {
  element.addEventListener(type, handle, options);
  return () => element.removeEventListener(type, handle, options);
}
