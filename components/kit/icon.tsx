import type { IconNode } from "lucide";
import { h } from "preact";

/** A Lucide icon in the colour of the text. Says nothing to assistive technology: the words beside it do. */
export function Icon({ of, size, flip }: { of: IconNode; size?: "sm" | "lg"; flip?: boolean }) {
  const classes = ["i", size, flip && "flip"].filter(Boolean).join(" ");
  return (
    <svg class={classes} viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
