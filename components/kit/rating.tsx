import { i18n } from "#i18n";
import { Segments } from "./segments.tsx";

const steps = ["", "1", "2", "3", "4", "5"] as const;
type Step = (typeof steps)[number];

/** A rating from 1 to 5, or none: none is a choice of its own, not 0. */
export function Rating({
  label,
  value,
  onRate,
}: {
  /** What is rated, and of whom. */
  label: string;
  value: number | null;
  onRate: (value: number | null) => void;
}) {
  const step: Step = steps.find((each) => each !== "" && Number(each) === value) ?? "";
  return (
    <Segments
      label={label}
      value={step}
      options={steps.map((each) => ({ value: each, label: each || i18n.t("rating.none") }))}
      onChange={(each) => onRate(each ? Number(each) : null)}
    />
  );
}
