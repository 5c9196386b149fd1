import { i18n } from "#i18n";
import { DateMenu } from "@/components/kit/date-menu.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ReminderLine } from "@/lib/state/due-reminders.ts";
import { isReviewSubject } from "@/lib/domain/review-subjects.ts";
import { finishLine, focusLine, snoozeLine } from "@/lib/state/reminders-apart.ts";

/** Something to be reminded of: its words lead to the page, one click says that it was done, another puts it off. */
export function ReminderItem({
  of: line,
  today,
  choices,
}: {
  of: ReminderLine;
  today: Day;
  choices: readonly SnoozeChoice[];
}) {
  const { label, detail, elsewhere } = line;
  const look = isReviewSubject(line.kind);
  return (
    <li>
      <time dateTime={line.on}>{nearDay(line.on, today)}</time>
      <span class="mark">
        <span class="dot ring" />
      </span>
      <div class="what">
        <a href={`#${line.path}`} onClick={() => void focusLine(line)}>
          {label}
        </a>
        <span class="end">
          <button
            type="button"
            class="btn sm quiet"
            aria-label={i18n.t(look ? "lookAgain.doneNamed" : "reminders.doneNamed", [label])}
            onClick={() => void finishLine(line)}
          >
            {i18n.t(look ? "lookAgain.done" : "reminders.done")}
          </button>
          <DateMenu
            title={label}
            dueOn={line.on}
            today={today}
            choices={choices}
            iconOnly
            onSnooze={(choice) => void snoozeLine(line, choice)}
          />
        </span>
        <p class="meta dots">
          {detail && <span>{detail}</span>}
          {elsewhere && <span>{elsewhere}</span>}
          <a href="#/reminders">{i18n.t("reminders.why")}</a>
        </p>
      </div>
    </li>
  );
}
