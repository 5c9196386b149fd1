import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Tells when a place comes before the person's eyes and when it goes: its window can be behind others, and the panel can
 * be covered.
 * @param inputs where one of them changes, the place is another one
 */
export function useSeen(
  place: RefObject<Element | null>,
  tell: (isSeen: boolean) => void,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    if (!place.current) return undefined;
    let isDrawn = false;
    const look = (): void => tell(isDrawn && document.visibilityState === "visible");
    const observer = new IntersectionObserver((entries) => {
      isDrawn = entries.at(-1)?.isIntersecting ?? false;
      look();
    });
    observer.observe(place.current);
    document.addEventListener("visibilitychange", look);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", look);
    };
  }, inputs);
}
