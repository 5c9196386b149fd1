import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { type CaptureKind, lineKinds } from "@/lib/domain/vocabulary.ts";
import { KindMenu } from "./kind-menu.tsx";
import { lineIcons } from "./line-icons.ts";

/** A line that keeps each key: see the capture model. */
export interface CaptureView {
  text: ReadonlySignal<string>;
  kind: ReadonlySignal<CaptureKind>;
  /** The text was typed before this surface was opened. */
  restored: ReadonlySignal<boolean>;
  type(text: string): void;
  choose(kind: CaptureKind): void;
  add(): Promise<boolean>;
}

/**
 * The line at the bottom edge of every surface that takes a thought down before it is lost. The arrow keys choose
 * another kind.
 */
export function CaptureLine({
  capture,
  name,
  hint = i18n.t("capture.placeholder"),
  autoFocus,
}: {
  capture: CaptureView;
  name: string;
  /** What stands in the line while it is empty. */
  hint?: string;
  autoFocus?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, []);
  // A draft of another surface may be of a kind that is not chosen here.
  const kind = lineKinds.find((each) => each === capture.kind.value) ?? "thought";
  return (
    <form
      class="capture"
      aria-label={i18n.t("capture.form")}
      onSubmit={(event) => {
        event.preventDefault();
        void capture.add();
      }}
    >
      <KindMenu
        kind={kind}
        kinds={lineKinds}
        icons={lineIcons}
        onChoose={(each) => {
          capture.choose(each);
          input.current?.focus();
        }}
      />
      <input
        ref={input}
        class="capture-in"
        type="text"
        aria-label={name}
        placeholder={kind === "thought" ? hint : i18n.t(`capture.placeholders.${kind}`)}
        autocomplete="off"
        value={capture.text.value}
        onInput={(event) => capture.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!step || event.isComposing) return;
          event.preventDefault();
          const at = lineKinds.findIndex((each) => each === kind) + step;
          capture.choose(lineKinds.at(at % lineKinds.length) ?? kind);
        }}
      />
      {capture.restored.value && (
        <span class="meta nowrap" role="status">
          {i18n.t("capture.restored")}
        </span>
      )}
      <span class="sr" role="status">
        {kind !== "thought" && i18n.t(`kinds.${kind}`)}
      </span>
      <kbd aria-hidden="true">{i18n.t("capture.enter")}</kbd>
    </form>
  );
}
