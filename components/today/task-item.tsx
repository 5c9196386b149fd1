import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { DateMenu } from "@/components/kit/date-menu.tsx";
import { MoveDate } from "@/components/kit/move-date.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import { type Phase, phases } from "@/lib/domain/vocabulary.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { TaskStop } from "@/lib/state/today-view.ts";
import type { TodayModel } from "@/lib/state/today.ts";

/** A promise or a milestone on the trail of the day: done with one click, put off or moved by its clock. */
export function TaskItem({ stop, today, model }: { stop: TaskStop; today: Day; model: TodayModel }) {
  const [moving, setMoving] = useState(false);
  const row = useReturnFocus<HTMLLIElement>(moving);
  const milestone = stop.table === "milestones";
  const reach = i18n.t("popup.reach", [stop.title]);
  return (
    <li ref={row} class={stop.daysLate > 0 ? "past" : ""}>
      <time dateTime={stop.on}>{nearDay(stop.on, today)}</time>
      <span class="mark">
        {milestone ? (
          <button
            type="button"
            class="tick-blaze"
            aria-label={reach}
            data-return
            title={reach}
            onClick={() => void model.finish(stop)}
          >
            <Blaze state={stop.daysLate > 0 ? "late" : stop.next ? "next" : "ahead"} />
          </button>
        ) : (
          <input
            class="check"
            type="checkbox"
            aria-label={stop.title}
            data-return
            checked={false}
            onChange={() => void model.finish(stop)}
          />
        )}
      </span>
      <div class="what">
        <span class={stop.next ? "strong" : ""}>{stop.title}</span>
        <span class="end">
          <DateMenu
            title={stop.title}
            dueOn={stop.on}
            today={today}
            choices={model.snoozeChoices()}
            iconOnly
            onSnooze={(choice) => void model.snooze(stop, choice)}
            onMove={() => setMoving(true)}
          />
        </span>
        <Detail stop={stop} />
        {moving && (
          <MoveDate
            id={stop.id}
            title={stop.title}
            on={stop.on}
            reason={milestone}
            onSave={(on, reason) => model.move(stop, on, reason)}
            onClose={() => setMoving(false)}
          />
        )}
      </div>
    </li>
  );
}

/** Where it belongs, and how long its date is gone. */
function Detail({ stop }: { stop: TaskStop }) {
  const phase = phases.find((each): each is Phase => each === stop.phase);
  const words = [
    stop.next && i18n.t("popup.nextMilestone"),
    phase && i18n.t("popup.phase", [i18n.t(`phases.${phase}`)]),
  ].filter(Boolean);
  if (stop.daysLate <= 0 && words.length === 0 && !stop.goal && !stop.elsewhere) return null;
  return (
    <p class="meta dots">
      {stop.daysLate > 0 && <span class="late">{i18n.t("today.late", stop.daysLate)}</span>}
      {stop.daysLate <= 0 && words.map((word) => <span key={word}>{word}</span>)}
      {stop.goal && (
        <span>
          <a href={`#/goals/${encodeURIComponent(stop.goal.id)}`}>{stop.goal.title}</a>
        </span>
      )}
      {stop.elsewhere && <span>{stop.elsewhere}</span>}
    </p>
  );
}
