import { useEffect, useRef } from "preact/hooks";
import type { DraftLine } from "@/lib/state/meeting-draft-line.ts";

/** A line to write one thing after the other: Enter adds, Escape closes it and keeps what is typed for the next time. */
export function DraftInput({
  line,
  name,
  example,
  onClose,
}: {
  line: DraftLine;
  name: string;
  example: string;
  /** After Escape: puts the focus back on what opened the line. */
  onClose?: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement?.matches("[data-opens]")) {
      input.current?.focus();
    }
  }, []);
  return (
    <input
      ref={input}
      class="input"
      type="text"
      aria-label={name}
      placeholder={example}
      autocomplete="off"
      value={line.text.value ?? ""}
      onInput={(event) => line.type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === "Enter") {
          event.preventDefault();
          void line.commit();
        } else if (event.key === "Escape") {
          event.stopPropagation();
          line.leave();
          onClose?.();
        }
      }}
      onBlur={() => {
        if (!line.text.peek()?.trim()) line.close();
      }}
    />
  );
}
