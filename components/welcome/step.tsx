import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Blaze, type BlazeState } from "@/components/kit/blaze.tsx";

/** One stop of setting out: its diamond is reached as soon as it is answered. */
export function Step({
  title,
  state,
  optional,
  children,
}: {
  title: string;
  state: Extract<BlazeState, "done" | "next" | "ahead">;
  optional?: boolean;
  children: ComponentChildren;
}) {
  return (
    <li class={state === "done" ? "" : "ahead"}>
      <span class="mark">
        <Blaze state={state} size="lg" />
      </span>
      <h2 class="title">
        {title}
        {optional && <span class="meta"> {i18n.t("common.optional")}</span>}
      </h2>
      {children}
    </li>
  );
}
