import { useId } from "preact/hooks";
import { i18n } from "#i18n";

const ways = ["merge", "replace"] as const;
export type RestoreWay = (typeof ways)[number];

/** The choice between adding what is missing and taking everything as it was. */
export function RestoreWays({
  value,
  hints,
  onChange,
}: {
  value: RestoreWay;
  /** What each would do here. */
  hints: Record<RestoreWay, string>;
  onChange: (way: RestoreWay) => void;
}) {
  const name = useId();
  return (
    <div class="ways" role="radiogroup" aria-label={i18n.t("backup.how.label")}>
      {ways.map((way) => (
        <label class="pick" key={way}>
          <input
            class="radio"
            type="radio"
            name={name}
            checked={value === way}
            onChange={() => onChange(way)}
          />
          <span>
            {i18n.t(`backup.how.${way}`)}
            <span class="hint">{hints[way]}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
