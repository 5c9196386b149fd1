import type { ComponentChildren, RefObject } from "preact";

/** What it is on one side, the controls on the other. */
export function SetSection({
  title,
  intro,
  body,
  children,
}: {
  title: string;
  intro: string;
  /** Of `useKeepFocus`, for its controls. */
  body?: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
}) {
  return (
    <section class="set-sec">
      <div class="set-intro">
        <h2 class="title">{title}</h2>
        <p class="soft">{intro}</p>
      </div>
      <div class="set-body" ref={body} tabIndex={body && -1}>
        {children}
      </div>
    </section>
  );
}
