import type { ComponentChildren } from "preact";

/** An empty place: what belongs here, why, one action, one example. */
export function Empty({
  title,
  why,
  example,
  children,
}: {
  title: string;
  why: string;
  /** In the words of somebody who did it. */
  example?: string;
  /** The one action. */
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p class="strong">{title}</p>
      <p class="soft">{why}</p>
      {example && <p class="doc example">{example}</p>}
      {children}
    </div>
  );
}
