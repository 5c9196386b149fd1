import { Check, MessageSquarePlus, RotateCcw } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { MoveDate } from "@/components/kit/move-date.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { dayNumber } from "@/lib/domain/roadmap-time.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";
import { ownerWords } from "./words.ts";

/** The milestone that is looked at, what is known of it, and what can be done with it. */
export function PickBar({ model, view }: { model: RoadmapModel; view: RoadmapView }) {
  const selected = model.selected.value;
  const [movingId, setMovingId] = useState<string | null>(null);
  const moving = selected !== null && movingId === selected.id;
  const bar = useReturnFocus<HTMLElement>(moving);
  if (!selected) return null;
  const { milestone, state, title, id } = selected;
  const known = model.facts.value?.id === id ? model.facts.value : null;
  return (
    <section ref={bar} class="rm-pick" aria-label={i18n.t("roadmap.selected")}>
      <Blaze state={state} size="lg" />
      <div>
        <p class="strong break">{title}</p>
        <p class="meta dots">
          <span>{i18n.t("roadmap.phaseOf", [i18n.t(`phases.${selected.phase}`)])}</span>
          <span>{whenWords(selected.on, view)}</span>
          {known && known.dates.length > 0 && (
            <span>
              {i18n.t("roadmap.movedFrom", known.dates.length, [
                String(known.dates.length),
                shortDay(known.dates[0] ?? view.today, view.today),
              ])}
            </span>
          )}
          <span>{i18n.t("roadmap.owner", [ownerWords(selected.owner, view.partnerName)])}</span>
          {known && (
            <span>
              {known.evidence > 0 ? i18n.t("roadmap.evidence", known.evidence) : i18n.t("roadmap.noEvidence")}
            </span>
          )}
        </p>
      </div>
      {moving ? (
        <MoveDate
          id={id}
          title={title}
          on={milestone.dueOn ?? view.today}
          reason={Boolean(selected.goal.agreedOn)}
          onSave={(on, reason) => model.moveInForm(id, on, reason)}
          onClose={() => setMovingId(null)}
        />
      ) : (
        <div class="btns">
          {milestone.status === "open" ? (
            <button type="button" class="btn primary" onClick={() => void model.reach(id)}>
              <Icon of={Check} />
              {i18n.t("roadmap.markReached")}
            </button>
          ) : (
            <button type="button" class="btn" onClick={() => void model.reopen(id)}>
              <Icon of={RotateCcw} />
              {i18n.t(milestone.status === "dropped" ? "roadmap.takeUp" : "roadmap.openAgain")}
            </button>
          )}
          {milestone.status === "open" && (
            <button type="button" class="btn" data-return onClick={() => setMovingId(id)}>
              {i18n.t("roadmap.moveDate")}
            </button>
          )}
          <button
            type="button"
            class="btn quiet"
            onClick={() => void model.discuss(view.mentorship.id, { id, title })}
          >
            <Icon of={MessageSquarePlus} />
            {i18n.t("goals.discuss")}
          </button>
        </div>
      )}
    </section>
  );
}

function whenWords(on: string | null, view: RoadmapView): string {
  if (!on) return i18n.t("roadmap.noDate");
  const day = shortDay(on, view.today);
  const week = Math.floor((dayNumber(on) - view.startsAt) / 7) + 1;
  return week < 1 ? day : i18n.t("roadmap.weekOf", [day, String(week)]);
}
