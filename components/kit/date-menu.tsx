import { AlarmClock, CalendarDays, ClockAlert } from "lucide";
import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import { Icon } from "./icon.tsx";
import { Menu, type MenuItem } from "./menu.tsx";

/**
 * The date of something to do, which is the control to put it off and, with `onMove`, to move it to another day. Where
 * the date is written beside it already, only the alarm clock is drawn.
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
  onMove?: () => void;
}) {
  const late = dueOn < today;
  const items: MenuItem[] = choices.map((choice) => ({
    id: choice,
    label: i18n.t(`snooze.${choice}`),
    onPick: () => onSnooze(choice),
  }));
  if (onMove) {
    const label = (
      <>
        <Icon of={CalendarDays} />
        {i18n.t("due.move")}
      </>
    );
    items.push({ id: "move", label, onPick: onMove });
  }
  const menu = (
    <Menu
      label={i18n.t("due.snooze", [title])}
      end
      triggerClass={iconOnly ? "icon-btn sm" : "date-hit"}
      trigger={<Icon of={late && !iconOnly ? ClockAlert : AlarmClock} size={iconOnly ? undefined : "sm"} />}
      items={items}
    />
  );
  if (iconOnly) return menu;
  // The words stand beside the button, not in it, so that they are read as well as its name; the button covers both.
  const date = nearDay(dueOn, today);
  return (
    <span class={late ? "date-btn late" : dueOn === today ? "date-btn soon" : "date-btn"}>
      {menu}
      <span>{late ? i18n.t("due.was", [date]) : date}</span>
    </span>
  );
}
