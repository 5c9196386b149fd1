import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A part of a meeting's page: its head with a word on how it stands, and what belongs to it. */
export function Section({
  head,
  meta,
  end,
  children,
}: {
  head: string;
  meta?: ComponentChildren;
  /** A button at the end of the head. */
  end?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="sec" aria-labelledby={id}>
      <div class="sec-head">
        <h3 class="head" id={id}>
          {head}
        </h3>
        {meta && <span class="meta">{meta}</span>}
        {end}
      </div>
      {children}
    </section>
  );
}
