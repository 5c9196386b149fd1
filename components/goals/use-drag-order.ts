import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Lets items of a list be dragged by their `.grip`. Items carry `data-order-id`; the one under the pointer carries
 * `data-drop` while something hangs over it. By keyboard the list has its own keys.
 * @param onDrop the item that was dragged, and beside which it was let go
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onDrop: (id: string, to: { besideId: string; after: boolean }) => void,
): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const begin = (event: PointerEvent): void => {
      const grip = event.target instanceof Element ? event.target.closest(".grip") : null;
      const item = grip?.closest<HTMLElement>("[data-order-id]");
      if (!item || item.parentElement !== element || event.button !== 0) return;
      event.preventDefault();
      drag(element, item, event, onDrop);
    };
    element.addEventListener("pointerdown", begin);
    return () => element.removeEventListener("pointerdown", begin);
  });
}

function drag(
  list: HTMLElement,
  item: HTMLElement,
  start: PointerEvent,
  onDrop: (id: string, to: { besideId: string; after: boolean }) => void,
): void {
  const controller = new AbortController();
  let over: HTMLElement | null = null;
  item.setPointerCapture(start.pointerId);
  item.dataset["dragged"] = "";

  const hang = (target: HTMLElement | null, after: boolean): void => {
    if (over) delete over.dataset["drop"];
    over = target;
    if (over) over.dataset["drop"] = after ? "after" : "before";
  };
  const end = (): void => {
    hang(null, false);
    delete item.dataset["dragged"];
    controller.abort();
  };
  const { signal } = controller;
  item.addEventListener(
    "pointermove",
    (event) => {
      const under = document
        .elementFromPoint(event.clientX, event.clientY)
        ?.closest<HTMLElement>("[data-order-id]");
      const target = under?.parentElement === list && under !== item ? under : null;
      const box = target?.getBoundingClientRect();
      hang(target, box ? event.clientY > box.top + box.height / 2 : false);
    },
    { signal },
  );
  item.addEventListener(
    "pointerup",
    () => {
      const [id, besideId, after] = [
        item.dataset["orderId"],
        over?.dataset["orderId"],
        over?.dataset["drop"],
      ];
      end();
      if (id && besideId) onDrop(id, { besideId, after: after === "after" });
    },
    { signal },
  );
  item.addEventListener("pointercancel", end, { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") end();
    },
    { signal },
  );
}
