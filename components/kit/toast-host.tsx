import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";

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

/** Says what was just done, with a way back. Polite, reachable by keyboard, never covers the capture line. */
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
  useEffect(() => {
    held.current = false;
    if (!current) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(() => (held.current ? wait() : onGone()), shownMs);
    };
    wait();
    return () => clearTimeout(timer);
  }, [current?.n]);

  const hold = (value: boolean) => () => {
    held.current = value;
  };
  return (
    <div role="status">
      {current && (
        <div
          class="toast"
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
