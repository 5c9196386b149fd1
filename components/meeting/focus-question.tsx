import { Target } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { FocusSource } from "./focus-source.tsx";
import { originWords } from "./origin-words.ts";

/** The one question a meeting is for and the goal that it serves, in the words of whoever asks; written in its place. */
export function FocusQuestion({
  model,
  view,
  goals,
}: {
  model: MeetingModel;
  view: MeetingView;
  goals: readonly { id: Id; title: string }[];
}) {
  const { focusOrigin } = view;
  const focus = view.meeting.focus ?? "";
  const line = model.focus;
  const open = (words = ""): void => {
    model.chooseFocusFrom(undefined);
    line.open(words);
  };
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
        <FocusFor model={model} origin={focusOrigin} goals={goals} />
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
        <button type="button" class="btn link ask" onClick={() => open()}>
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
        onClick={() => open(focus)}
      >
        {focus}
      </button>
      <FocusSource focus={focus} source={focusOrigin} />
    </div>
  );
}

/** Which goal the question serves; what it comes from otherwise can be kept. */
function FocusFor({
  model,
  origin,
  goals,
}: {
  model: MeetingModel;
  origin: MeetingView["focusOrigin"];
  goals: readonly { id: Id; title: string }[];
}) {
  const other = origin && !goals.some(({ id }) => id === origin.id) ? origin : null;
  if (goals.length === 0 && !other) return null;
  return (
    <select
      class="select"
      aria-label={i18n.t("brief.focusFor")}
      value={model.focusFrom.value?.id ?? ""}
      onChange={({ currentTarget: { value } }) => {
        model.chooseFocusFrom(
          value === "" ? null : { table: value === other?.id ? other.table : "goals", id: value },
        );
      }}
    >
      <option value="">{i18n.t("brief.focusForNothing")}</option>
      {goals.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
      {other && <option value={other.id}>{originWords(other, "")}</option>}
    </select>
  );
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  if (!field || document.activeElement === field) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
