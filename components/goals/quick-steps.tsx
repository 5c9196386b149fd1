import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { QuickStep } from "@/lib/domain/quick-add.ts";
import type { Phase } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";

/**
 * A line to write steps, one after the other: Enter takes a step down and leaves the line for the next one. Several
 * lines that are pasted become as many steps. What a step says in short is read back below it.
 */
export function QuickSteps({
  goal,
  phase,
  partner,
  today,
  model,
  onClose,
}: {
  goal: Goal;
  /** Of steps that do not say theirs. */
  phase: Phase;
  partner: string;
  today: Day;
  model: GoalsModel;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [step] = model.steps.read(text);
  const onPaste = (event: ClipboardEvent): void => {
    const lines = event.clipboardData?.getData("text/plain") ?? "";
    const field = event.currentTarget as HTMLInputElement;
    // One line is the browser's own to paste; several would be folded into one.
    if (model.steps.read(lines).length < 2) return;
    event.preventDefault();
    const before = field.value.slice(0, field.selectionStart ?? 0);
    const after = field.value.slice(field.selectionEnd ?? field.value.length);
    void model.steps.add(goal.id, before + lines + after, phase).then((failed) => {
      if (failed) return;
      field.value = "";
      setText("");
    });
  };
  return (
    <InlineForm
      draft={`${goal.id}.step`}
      label={i18n.t("goals.addMilestoneTo", [goal.title])}
      submit={i18n.t("goals.addMilestone")}
      again
      onSave={async (value) => {
        const failed = await model.steps.add(goal.id, value("title"), phase);
        if (!failed) setText("");
        return failed;
      }}
      onClose={onClose}
    >
      <input
        class="input"
        type="text"
        name="title"
        autocomplete="off"
        aria-label={i18n.t("goals.milestone")}
        aria-describedby="quick-step"
        placeholder={i18n.t("goals.milestoneExample")}
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={onPaste}
      />
      <p class="hint quick-read" id="quick-step" aria-live="polite">
        {step && step.understood.length > 0 ? (
          <Understood step={step} partner={partner} today={today} />
        ) : (
          i18n.t("goalPlan.quick.hint")
        )}
      </p>
    </InlineForm>
  );
}

function Understood({ step, partner, today }: { step: QuickStep; partner: string; today: Day }) {
  const said = [
    step.dueOn && i18n.t("goals.by", [shortDay(step.dueOn, today)]),
    step.phase && i18n.t(`phases.${step.phase}`),
    step.owner && i18n.t(`actions.owners.${step.owner}`, [partner]),
    step.must && i18n.t("wrapUp.must"),
    ...step.tags.map((tag) => `#${tag}`),
  ].filter(Boolean);
  return (
    <>
      {said.map((each) => (
        <span key={each} class="chip fill">
          {each}
        </span>
      ))}
    </>
  );
}
