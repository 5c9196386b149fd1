import { Calendar, CalendarPlus } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import { shortDay } from "@/lib/i18n/dates.ts";

/** The date of a step; dashed while it needs one. Pressed, it becomes the browser's own date field. */
export function DatePill({
  title,
  dueOn,
  today,
  onChange,
}: {
  title: string;
  dueOn: Day | null;
  today: Day;
  /** Empty for no date. */
  onChange: (dueOn: string) => void;
}) {
  /** `picker` where it was pressed with a pointer; from the keyboard a day is typed, and a calendar would swallow it. */
  const [editing, setEditing] = useState<"typed" | "picker" | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const pill = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!editing) return;
    field.current?.focus();
    if (editing === "typed") return;
    try {
      field.current?.showPicker();
    } catch {
      // Not from a click or a key: the field is there to type into.
    }
  }, [editing]);

  if (!editing) {
    const words = dueOn ? shortDay(dueOn, today) : i18n.t("wrapUp.chooseDate");
    return (
      <button
        ref={pill}
        type="button"
        class={dueOn ? "pill" : "pill need"}
        aria-label={i18n.t("wrapUp.date", [title, words])}
        onClick={(event) => setEditing(event.detail === 0 ? "typed" : "picker")}
      >
        <Icon of={dueOn ? Calendar : CalendarPlus} size="sm" />
        {words}
      </button>
    );
  }
  return (
    <input
      ref={field}
      type="date"
      class="pill date"
      aria-label={i18n.t("wrapUp.noDate", [title])}
      value={dueOn ?? ""}
      onInput={(event) => {
        // While a year is typed its first digits are a year of their own, long ago.
        if (event.currentTarget.value > "1970") onChange(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        setEditing(null);
        setTimeout(() => pill.current?.focus());
      }}
      onBlur={(event) => {
        const { value, validity } = event.currentTarget;
        if (value === "" && !validity.badInput && dueOn) onChange("");
        setEditing(null);
      }}
    />
  );
}
