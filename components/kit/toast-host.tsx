import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { isInTheWay } from "./in-the-way.ts";

export interface ToastView {
  n: number;
  text: string;
  /** The act that can be taken back. */
  act: string | null;
  /** Taking it back does again what was taken back. */
  redo: boolean;
}

/** Stays this long; as long as it is pointed at or holds the focus it waits. */
const shownMs = 8_000;

/**
 * Says what was just done, with a way back. Polite, reachable by keyboard; it never covers the capture line, and goes to
 * the top while it would stand over the field that is written in, or over a primary button. One that offers nothing to
 * press lets clicks through to what it stands over.
 */
export function ToastHost({
  toast,
  onUndo,
  onGone,
}: {
  toast: ReadonlySignal<ToastView | null>;
  onUndo: (act: string, redo: boolean) => void;
  onGone: () => void;
}) {
  const current = toast.value;
  const held = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(false);
  useEffect(() => {
    held.current = false;
    if (!current) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(() => (held.current ? wait() : onGone()), shownMs);
    };
    wait();
    const place = (): void => setAbove(box.current ? isInTheWay(box.current) : false);
    place();
    const moves = ["focusin", "selectionchange", "scroll"] as const;
    for (const move of moves) document.addEventListener(move, place, true);
    return () => {
      clearTimeout(timer);
      for (const move of moves) document.removeEventListener(move, place, true);
    };
  }, [current?.n]);

  const hold = (value: boolean) => () => {
    held.current = value;
  };
  return (
    <div role="status">
      {current && (
        <div
          ref={box}
          class={`toast${above ? " above" : ""}${current.act ? "" : " through"}`}
          key={current.n}
          onMouseEnter={hold(true)}
          onMouseLeave={hold(false)}
          onFocusIn={hold(true)}
          onFocusOut={hold(false)}
        >
          <span>{current.text}</span>
          {current.act && (
            <button
              type="button"
              class="btn sm"
              onClick={() => current.act && onUndo(current.act, current.redo)}
            >
              {i18n.t(current.redo ? "common.redo" : "common.undo")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
