import { Plus } from "lucide";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import type { WrapUpModel } from "@/lib/state/meeting-wrap-up.ts";
import { DatePill } from "./date-pill.tsx";
import { DraftInput } from "./draft-input.tsx";
import { LineToggle } from "./line-toggle.tsx";
import { Moment } from "./moment.tsx";
import { OwnerPill } from "./owner-pill.tsx";
import { Section } from "./section.tsx";

/** Who does what by when: each step can be kept, changed or left out; nothing is a promise before "Finish". */
export function NextSteps({ wrapUp, view }: { wrapUp: WrapUpModel; view: MeetingView }) {
  const plus = useRef<HTMLButtonElement>(null);
  const steps = wrapUp.steps.value;
  const adding = wrapUp.line.text.value !== null;
  return (
    <Section
      head={i18n.t("wrapUp.nextSteps")}
      meta={steps.length > 0 && i18n.t("wrapUp.found", [String(steps.length)])}
      end={
        (steps.length > 0 || adding) && (
          <LineToggle line={wrapUp.line} opens="step" name={i18n.t("wrapUp.addStep")} button={plus} />
        )
      }
    >
      <ul>
        {steps.map((step) => (
          <Step key={step.row.id} step={step} wrapUp={wrapUp} view={view} />
        ))}
      </ul>
      {adding ? (
        <DraftInput
          line={wrapUp.line}
          name={i18n.t("wrapUp.addStep")}
          example={i18n.t("wrapUp.stepExample")}
          onClose={() => plus.current?.focus()}
        />
      ) : (
        steps.length === 0 && (
          <button type="button" class="btn sm" data-opens="step" onClick={() => wrapUp.line.open()}>
            <Icon of={Plus} size="sm" />
            {i18n.t("wrapUp.addStep")}
          </button>
        )
      )}
    </Section>
  );
}

function Step({
  step: { row, keep },
  wrapUp,
  view,
}: {
  step: WrapUpModel["steps"]["value"][number];
  wrapUp: WrapUpModel;
  view: MeetingView;
}) {
  return (
    <li class={keep ? "nstep" : "nstep left-out"}>
      <input
        class="check"
        type="checkbox"
        aria-label={i18n.t("wrapUp.keepStep", [row.title])}
        checked={keep}
        onChange={(event) => wrapUp.keep(row.id, event.currentTarget.checked)}
      />
      <textarea
        class="edit"
        rows={1}
        aria-label={i18n.t("wrapUp.stepTitle", [row.title])}
        value={wrapUp.titles.value[row.id] ?? row.title}
        onInput={(event) => wrapUp.retitle(row.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
        onBlur={() => void wrapUp.settleTitle(row.id)}
      />
      {keep && (
        <div class="set">
          <OwnerPill
            title={row.title}
            owner={row.owner}
            myName={view.myName}
            partnerName={view.partnerName}
            partnerShort={view.partnerShort}
            onChange={(owner) => void wrapUp.edit(row.id, { owner })}
          />
          <DatePill
            title={row.title}
            dueOn={row.dueOn ?? null}
            today={view.today}
            onChange={(dueOn) => void wrapUp.edit(row.id, { dueOn })}
          />
          <button
            type="button"
            class="pill"
            aria-label={i18n.t("wrapUp.mustLabel", [
              row.title,
              i18n.t(row.must ? "wrapUp.must" : "wrapUp.nice"),
            ])}
            onClick={() => void wrapUp.edit(row.id, { must: !row.must })}
          >
            {i18n.t(row.must ? "wrapUp.must" : "wrapUp.nice")}
          </button>
          <Moment seconds={row.atSeconds} />
        </div>
      )}
    </li>
  );
}
