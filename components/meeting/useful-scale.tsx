import { Lock } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Section } from "./section.tsx";

const steps = [1, 2, 3, 4, 5] as const;

/** How useful the meeting was, for the person alone. The step that is chosen is taken back by choosing it again. */
export function UsefulScale({
  head,
  useful,
  onRate,
}: {
  head: string;
  useful: number | null;
  onRate: (useful: number | null) => void;
}) {
  const name = useId();
  return (
    <Section
      head={head}
      meta={
        <>
          <Icon of={Lock} size="sm" /> {i18n.t("wrapUp.usefulPrivate")}
        </>
      }
    >
      <div class="useful-scale" role="radiogroup" aria-label={head}>
        {steps.map((step) => (
          <label key={step}>
            <input
              class="sr"
              type="radio"
              name={name}
              aria-label={i18n.t("wrapUp.usefulOf", [String(step)])}
              checked={step === useful}
              onChange={() => onRate(step)}
              onClick={() => {
                if (step === useful) onRate(null);
              }}
            />
            <span>{step}</span>
          </label>
        ))}
        <span class="meta">{i18n.t("wrapUp.usefulLow")}</span>
        <span class="meta">{i18n.t("wrapUp.usefulHigh")}</span>
      </div>
    </Section>
  );
}
