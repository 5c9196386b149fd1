import { Plus } from "lucide";
import type { Ref } from "preact";
import { Icon } from "@/components/kit/icon.tsx";
import type { DraftLine } from "@/lib/state/meeting-draft-line.ts";

/** The plus at the end of a section's head, which opens and closes the line to write one more in. */
export function LineToggle({
  line,
  opens,
  name,
  button,
}: {
  line: DraftLine;
  /** What the line adds, for the keys that open it. */
  opens: "topic" | "step" | "obstacle";
  name: string;
  /** Gets the button, so that the focus can come back to it. */
  button: Ref<HTMLButtonElement>;
}) {
  const open = line.text.value !== null;
  return (
    <button
      ref={button}
      type="button"
      class="icon-btn sm end add"
      data-opens={opens}
      aria-label={name}
      title={name}
      aria-expanded={open}
      onClick={() => (open ? line.leave() : line.open())}
    >
      <Icon of={Plus} />
    </button>
  );
}
