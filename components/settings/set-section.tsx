import type { ComponentChildren } from "preact";

/** What it is on one side, the controls on the other. */
export function SetSection({
  title,
  intro,
  children,
}: {
  title: string;
  intro: string;
  children: ComponentChildren;
}) {
  return (
    <section class="set-sec">
      <div class="set-intro">
        <h2 class="title">{title}</h2>
        <p class="soft">{intro}</p>
      </div>
      <div class="set-body">{children}</div>
    </section>
  );
}
