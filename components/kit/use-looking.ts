import { useEffect, useRef } from "preact/hooks";

const everyMs = 5_000;

/** Looks again and again while it is waited for something and the page is seen; `null` for nothing to look for. */
export function useLooking(look: (() => Promise<void>) | null): void {
  const latest = useRef(look);
  latest.current = look;
  const isWaiting = look !== null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    let underWay = false;
    const again = async (): Promise<void> => {
      if (underWay || document.visibilityState === "hidden") return;
      underWay = true;
      try {
        await latest.current?.();
      } finally {
        underWay = false;
      }
    };
    void again();
    const timer = setInterval(() => void again(), everyMs);
    return () => clearInterval(timer);
  }, [isWaiting]);
}
