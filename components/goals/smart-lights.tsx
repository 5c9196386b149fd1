import { Check } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { smartFields, type SmartLight } from "@/lib/domain/smart.ts";
import type { GoalField } from "./goal-form.tsx";

/** The five letters of a goal: filled where it is said, open where it is not, and the way to the field that says it. */
export function SmartLights({
  lights,
  onField,
}: {
  lights: readonly SmartLight[];
  onField: (field: GoalField) => void;
}) {
  const open = lights.filter(({ filled }) => !filled);
  return (
    <div class="smart" role="group" aria-label={i18n.t("goalPlan.smart.label")}>
      <ul class="letters">
        {lights.map(({ letter, filled }) => (
          <li key={letter} class={filled ? "filled" : ""}>
            <span class="letter" aria-hidden="true">
              {filled ? <Icon of={Check} size="sm" /> : i18n.t(`goalPlan.smart.letters.${letter}`)}
            </span>
            <span class="name">{i18n.t(`goalPlan.smart.names.${letter}`)}</span>
            <span class="sr">{i18n.t(filled ? "goalPlan.smart.filled" : "goalPlan.smart.open")}</span>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <ul class="missing">
          {open.map(({ letter }) => (
            <li key={letter}>
              <button type="button" class="btn sm link" onClick={() => onField(smartFields[letter])}>
                {i18n.t(`goalPlan.smart.missing.${letter}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
