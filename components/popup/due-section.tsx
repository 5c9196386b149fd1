import { i18n } from "#i18n";
import { DateMenu } from "@/components/kit/date-menu.tsx";
import { DueRow } from "@/components/kit/due-row.tsx";
import type { DueItem } from "@/lib/domain/due.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import type { ReminderLine } from "@/lib/state/due-reminders.ts";
import type { DueActions } from "./popup.tsx";

/** The popup shows this many; the page of reminders shows all. */
const shownReminders = 4;

/** The first due things, each done or put off in one click. */
export function DueSection({
  items,
  reminders,
  count,
  today,
  choices,
  actions,
  onFinish,
  onPutOff,
  onFollow,
  onOpen,
}: {
  items: readonly { item: DueItem; detail: string | undefined }[];
  /** What else there is to be reminded of; each leads to its page. */
  reminders: readonly ReminderLine[];
  /** Of all of them those that are something to do. */
  count: number;
  today: Day;
  choices: readonly SnoozeChoice[];
  actions: DueActions;
  onFinish: (line: ReminderLine) => void;
  onPutOff: (line: ReminderLine, choice: SnoozeChoice) => void;
  onFollow: (line: ReminderLine) => void;
  onOpen: (path: string) => void;
}) {
  const shown = reminders.slice(0, shownReminders);
  const more = count - items.length - shown.filter((line) => line.counted).length;
  return (
    <section class="sec" aria-labelledby="due">
      <div class="sec-head">
        <h2 class="head" id="due">
          {i18n.t("due.heading")}
        </h2>
        {count > 0 && <span class="meta num">{count}</span>}
        <button type="button" class="btn link sm end" onClick={() => onOpen("/actions")}>
          {i18n.t("due.all")}
        </button>
      </div>
      {count + shown.length === 0 ? (
        <p class="meta">{i18n.t("due.none")}</p>
      ) : (
        <ul class="list">
          {items.map(({ item, detail }) => (
            <DueRow
              key={item.id}
              item={item}
              detail={detail}
              today={today}
              choices={choices}
              onDone={actions.finish}
              onSnooze={actions.snooze}
            />
          ))}
          {shown.map((line) => (
            <li class="row" key={line.key}>
              <input class="check" type="checkbox" aria-label={line.label} onChange={() => onFinish(line)} />
              <button type="button" class="btn link main" onClick={() => onFollow(line)}>
                {line.label}
              </button>
              <DateMenu
                title={line.label}
                dueOn={line.on}
                today={today}
                choices={choices}
                iconOnly
                onSnooze={(choice) => onPutOff(line, choice)}
              />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <button type="button" class="btn link sm more" onClick={() => onOpen("/reminders")}>
          {i18n.t("due.more", [String(more)])}
        </button>
      )}
    </section>
  );
}
