import type { ComponentChildren } from "preact";

/** A section of the page, with a word about what it is for. */
export function PrepareSection({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint: string;
  children: ComponentChildren;
}) {
  return (
    <section class="prep-sec" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="title" id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <p class="hint">{hint}</p>
      {children}
    </section>
  );
}
