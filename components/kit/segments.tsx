import { useId } from "preact/hooks";

/** A choice of a few, all in sight: radio buttons drawn as one bar. Arrow keys move, as in any group of radios. */
export function Segments<T extends string>({
  label,
  options,
  value,
  onChange,
  name,
}: {
  /** Accessible name of the group. */
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  /** Its name in a form that keeps what is chosen. */
  name?: string;
}) {
  const group = useId();
  return (
    <div class="seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            class="sr"
            type="radio"
            name={name ?? group}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
