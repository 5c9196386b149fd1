import { Target } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingModel } from "@/lib/state/meeting.ts";

/** The one question a meeting is for, in the words of whoever asks it; written in its place. */
export function FocusQuestion({ model, focus }: { model: MeetingModel; focus: string }) {
  const line = model.focus;
  const editing = line.text.value !== null;
  const place = useRef<HTMLDivElement>(null);
  const wasEditingRef = useRef(false);
  useEffect(() => {
    // Back to what opened it, unless the person went on to something else.
    if (wasEditingRef.current && !editing && document.activeElement === document.body) {
      place.current?.querySelector("button")?.focus();
    }
    wasEditingRef.current = editing;
  }, [editing]);
  const save = async (): Promise<void> => {
    const done = line.text.peek()?.trim() ? await line.commit() : await model.clearFocus();
    if (done) line.close();
  };
  if (editing) {
    return (
      <form
        class="focus editing"
        aria-label={i18n.t("brief.focus")}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "Escape") {
            event.stopPropagation();
            line.close();
          } else if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            void save();
          }
        }}
      >
        <textarea
          class="textarea doc"
          rows={2}
          ref={focusOnce}
          aria-label={i18n.t("brief.focusLabel")}
          placeholder={i18n.t("brief.focusExample")}
          value={line.text.value ?? ""}
          onInput={(event) => line.type(event.currentTarget.value)}
        />
        <div class="btns">
          <button type="submit" class="btn sm primary">
            {i18n.t("common.save")}
          </button>
          <button type="button" class="btn sm quiet" onClick={line.close}>
            {i18n.t("common.cancel")}
          </button>
        </div>
      </form>
    );
  }
  if (!focus) {
    return (
      <div ref={place} class="focus">
        <button type="button" class="btn link ask" onClick={() => line.open()}>
          <Icon of={Target} />
          {i18n.t("brief.focusAdd")}
        </button>
      </div>
    );
  }
  return (
    <div ref={place} class="focus">
      <button
        type="button"
        class="doc"
        aria-label={i18n.t("brief.focusEdit", [focus])}
        onClick={() => line.open(focus)}
      >
        {focus}
      </button>
      <p class="meta">{i18n.t("brief.focus")}</p>
    </div>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (!field || document.activeElement === field) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
