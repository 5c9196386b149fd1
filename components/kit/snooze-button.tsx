import { AlarmClock, ClockAlert } from "lucide";
import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

/** The date of a due thing, which is the control to put it off. */
export function SnoozeButton({
  title,
  dueOn,
  today,
  choices,
  onSnooze,
}: {
  title: string;
  dueOn: Day;
  today: Day;
  choices: readonly SnoozeChoice[];
  onSnooze: (choice: SnoozeChoice) => void;
}) {
  const late = dueOn < today;
  const date = nearDay(dueOn, today);
  // The words stand beside the button, not in it, so that they are read as well as its name; the button covers both.
  return (
    <span class={late ? "date-btn late" : dueOn === today ? "date-btn soon" : "date-btn"}>
      <Menu
        label={i18n.t("due.snooze", [title])}
        end
        triggerClass="date-hit"
        trigger={<Icon of={late ? ClockAlert : AlarmClock} size="sm" />}
        items={choices.map((choice) => ({
          id: choice,
          label: i18n.t(`snooze.${choice}`),
          onPick: () => onSnooze(choice),
        }))}
      />
      <span>{late ? i18n.t("due.was", [date]) : date}</span>
    </span>
  );
}
