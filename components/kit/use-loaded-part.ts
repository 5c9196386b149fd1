import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * A part of a page that is loaded apart, with its model, since most never look at it.
 * @param load what is drawn; called anew where one of `inputs` changes
 * @returns `null` until it is there
 */
export function useLoadedPart(load: () => Promise<VNode>, inputs: readonly unknown[]): VNode | null {
  const [part, setPart] = useState<VNode | null>(null);
  useEffect(() => {
    void load().then(setPart);
  }, inputs);
  return part;
}
