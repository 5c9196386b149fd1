import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Id } from "@/lib/domain/envelope.ts";

interface Drag {
  id: Id;
  to: number;
}

export interface LineOrder {
  /** Of the row of a line: Alt and an arrow key move it from anywhere in it. */
  row: (id: Id) => { "data-line": Id; class: string; onKeyDown: (event: KeyboardEvent) => void };
  /** Of the handle: dragged by a pointer, moved by plain arrow keys. */
  grip: (id: Id) => {
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
  };
}

/** Puts the lines of a list in order by hand. The line that was moved keeps the focus. `list` holds their rows. */
export function useLineOrder(
  list: RefObject<HTMLElement | null>,
  ids: readonly Id[],
  onMove: (id: Id, to: number) => void,
  rowClass = "noted-row",
): LineOrder {
  const held = useRef<HTMLElement | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  // A row that is moved in the document loses the focus without having been left.
  useEffect(() => {
    if (!held.current) return;
    if (document.activeElement === document.body && held.current.isConnected) held.current.focus();
    else if (document.activeElement !== held.current) held.current = null;
  });

  const step = (id: Id, event: KeyboardEvent, needsAlt: boolean): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || event.altKey !== needsAlt || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    onMove(id, ids.indexOf(id) + by);
  };

  /** The place among the other lines that a pointer at this height is over. */
  const placeAt = (id: Id, y: number): number =>
    rowsOf(list.current)
      .filter((row) => row.dataset["line"] !== id)
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.top + box.height / 2 < y;
      }).length;

  const marks = (id: Id): string => {
    if (!drag) return "";
    if (drag.id === id) return " dragged";
    const others = ids.filter((each) => each !== drag.id);
    if (drag.to === others.length) return others.at(-1) === id ? " drop-after" : "";
    return others[drag.to] === id ? " drop-before" : "";
  };

  return {
    row: (id) => ({
      "data-line": id,
      class: `${rowClass}${marks(id)}`,
      onKeyDown: (event) => step(id, event, true),
    }),
    grip: (id) => ({
      onKeyDown: (event) => step(id, event, false),
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        setDrag({ id, to: ids.indexOf(id) });
      },
      onPointerMove: (event) => {
        if (drag?.id === id) setDrag({ id, to: placeAt(id, event.clientY) });
      },
      onPointerUp: () => {
        setDrag(null);
        if (drag && drag.to !== ids.indexOf(id)) onMove(id, drag.to);
      },
      onPointerCancel: () => setDrag(null),
    }),
  };
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(":scope > [data-line]") ?? [])];
}
