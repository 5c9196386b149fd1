import type { TimeOfDay } from "@/lib/domain/envelope.ts";

/** A time of day that takes effect when it is whole; an emptied one goes back to what it was. */
export function TimeInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: TimeOfDay;
  onChange: (value: TimeOfDay) => void;
}) {
  return (
    <input
      class="input num"
      type="time"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const time = event.currentTarget.value.slice(0, 5);
        if (time) onChange(time);
        else event.currentTarget.value = value;
      }}
    />
  );
}
