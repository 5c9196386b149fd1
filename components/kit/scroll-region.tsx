import type { ComponentChildren } from "preact";

/** What can be scrolled must be reachable by keyboard, though there is nothing in it to press (WCAG 2.1.1). */
const reachable = { role: "region", tabIndex: 0 } as const;

/** A picture or table wider than its place: it scrolls by itself, so that the page never does sideways. */
export function ScrollRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll-region" aria-label={label} {...reachable}>
      {children}
    </div>
  );
}
