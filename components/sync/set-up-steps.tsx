import { i18n } from "#i18n";

const steps = ["where", "code", "done"] as const;
export type SetUpStep = (typeof steps)[number];

/** The stops of the set-up on the trail: solid is walked, dotted is ahead. */
export function SetUpSteps({ at }: { at: SetUpStep }) {
  const here = steps.indexOf(at);
  return (
    <ol class="sync-steps" aria-label={i18n.t("sync.steps.label")}>
      {steps.map((step, index) => (
        <li
          key={step}
          class={index < here ? "walked" : index === here ? "here" : "ahead"}
          aria-current={index === here ? "step" : undefined}
        >
          {i18n.t(`sync.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
