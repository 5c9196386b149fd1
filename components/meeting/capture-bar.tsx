import { CornerDownLeft } from "lucide";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import type { CaptureView } from "@/components/kit/capture-line.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { type CaptureKind, captureKinds } from "@/lib/domain/vocabulary.ts";

/**
 * Takes down what is said without leaving the notes: a kind, a few words, Enter. Each key is kept, so that a panel
 * closed mid-word opens with it.
 */
export function CaptureBar({ capture }: { capture: CaptureView }) {
  const kinds = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const kind = capture.kind.value;
  // A kind that was written ("concern: …") stands beside the others as long as it is chosen.
  const shown: readonly CaptureKind[] = captureKinds.some((each) => each === kind)
    ? captureKinds
    : [...captureKinds, kind];
  const label = i18n.t(`kinds.${kind}`);

  const move = (event: KeyboardEvent): void => {
    const forward = getComputedStyle(event.currentTarget as Element).direction === "rtl" ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: 1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (shown.indexOf(kind) + step + shown.length) % shown.length;
    const chosen = shown[next];
    if (chosen) capture.choose(chosen);
    kinds.current?.querySelectorAll("button")[next]?.focus();
  };

  return (
    <form
      class="capbar"
      aria-label={i18n.t("capture.form")}
      onSubmit={(event) => {
        event.preventDefault();
        void capture.add();
        field.current?.focus();
      }}
    >
      <div
        ref={kinds}
        class="kinds"
        role="radiogroup"
        aria-label={i18n.t("notes.captureKind")}
        onKeyDown={move}
      >
        {shown.map((each) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === kind}
            tabIndex={each === kind ? 0 : -1}
            class={`k-${each}`}
            aria-label={i18n.t(`kinds.${each}`)}
            title={i18n.t(`kinds.${each}`)}
            onClick={() => {
              capture.choose(each);
              field.current?.focus();
            }}
          >
            <Icon of={captureIcons[each]} />
            <span>{i18n.t(`kinds.${each}`)}</span>
          </button>
        ))}
        {capture.restored.value && (
          <span class="meta nowrap restored" role="status">
            {i18n.t("capture.restored")}
          </span>
        )}
      </div>
      <div class="capbox">
        <textarea
          ref={field}
          rows={1}
          aria-label={i18n.t("capture.name")}
          placeholder={i18n.t(
            kind === "action"
              ? "notes.capturePromise"
              : kind === "thought"
                ? "capture.placeholder"
                : `capture.placeholders.${kind}`,
          )}
          value={capture.text.value}
          onInput={(event) => capture.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void capture.add();
          }}
        />
        <button
          type="submit"
          class="icon-btn"
          aria-label={i18n.t("notes.captureAdd", [label])}
          title={i18n.t("notes.captureAdd", [label])}
        >
          <Icon of={CornerDownLeft} flip />
        </button>
      </div>
    </form>
  );
}
