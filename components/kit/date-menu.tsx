import { AlarmClock, CalendarDays, ClockAlert } from "lucide";
import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

/**
 * The date of something to do, which is the control to put it off or to move it to another day. Where the date is
 * written beside it already, only the alarm clock is drawn.
 */
export function DateMenu({
  title,
  dueOn,
  today,
  choices,
  iconOnly,
  onSnooze,
  onMove,
}: {
  title: string;
  dueOn: Day;
  today: Day;
  choices: readonly SnoozeChoice[];
  iconOnly?: boolean;
  onSnooze: (choice: SnoozeChoice) => void;
  onMove: () => void;
}) {
  const late = dueOn < today;
  const date = nearDay(dueOn, today);
  const state = late ? " late" : dueOn === today ? " soon" : "";
  return (
    <Menu
      label={i18n.t("due.snooze", [title])}
      end
      triggerClass={iconOnly ? "icon-btn sm" : `date-btn${state}`}
      trigger={
        <>
          <Icon of={late && !iconOnly ? ClockAlert : AlarmClock} size={iconOnly ? undefined : "sm"} />
          {!iconOnly && (late ? i18n.t("due.was", [date]) : date)}
        </>
      }
      items={[
        ...choices.map((choice) => ({
          id: choice,
          label: i18n.t(`snooze.${choice}`),
          onPick: () => onSnooze(choice),
        })),
        {
          id: "move",
          label: (
            <>
              <Icon of={CalendarDays} />
              {i18n.t("actions.moveDate")}
            </>
          ),
          onPick: onMove,
        },
      ]}
    />
  );
}
