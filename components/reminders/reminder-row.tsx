import { AlarmClock, Ellipsis } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { ReminderLine } from "@/lib/state/due-reminders.ts";
import type { RemindersModel } from "@/lib/state/reminders.ts";
import { SnoozeForm } from "./snooze-form.tsx";

/** One reminder: done, put off, why it is there, and no more of its kind. Its words lead to the thing itself. */
export function ReminderRow({ line, model }: { line: ReminderLine; model: RemindersModel }) {
  const [choosing, setChoosing] = useState(false);
  const row = useReturnFocus<HTMLLIElement>(choosing);
  const { label, detail, elsewhere, kind, mentorshipId } = line;
  const item = (id: string, words: string, onPick: () => void): MenuItem => ({ id, label: words, onPick });
  // What the person set themselves is no kind to be rid of: this one goes, or it stays.
  const ownItems = [item("remove", i18n.t("reminders.removeThis"), () => void model.remove(line.recordId))];
  const kindItems = [
    item("mute", i18n.t("reminders.mute"), () => void model.mute(kind)),
    ...(mentorshipId
      ? [item("here", i18n.t("reminders.muteHere"), () => void model.muteHere(kind, mentorshipId))]
      : []),
  ];
  return (
    <li ref={row} class="row remind-row">
      <input
        class="check"
        type="checkbox"
        aria-label={i18n.t("reminders.doneNamed", [label])}
        checked={false}
        onChange={() => void model.finish(line)}
      />
      <div class="main">
        <a class="break" href={`#${line.path}`} onClick={() => void model.follow(line)}>
          {label}
        </a>
        <span class="meta dots">
          {detail && <span>{detail}</span>}
          {elsewhere && <span>{elsewhere}</span>}
        </span>
        <details>
          <summary aria-label={i18n.t("reminders.whyNamed", [label])}>{i18n.t("reminders.why")}</summary>
          <p class="soft">
            {i18n.t("reminders.whyWhen", [i18n.t(`reminders.because.${kind}`), model.whenOf(line.at)])}
          </p>
        </details>
        {choosing && (
          <SnoozeForm
            label={label}
            onSave={(until) => model.snoozeUntil(line, until)}
            onClose={() => setChoosing(false)}
          />
        )}
      </div>
      <span class="end">
        <Menu
          label={i18n.t("due.snooze", [label])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={AlarmClock} />}
          items={[
            ...model
              .snoozeChoices()
              .map((choice) =>
                item(choice, i18n.t(`snooze.${choice}`), () => void model.snooze(line, choice)),
              ),
            item("custom", i18n.t("reminders.custom"), () => setChoosing(true)),
          ]}
        />
        <Menu
          label={i18n.t("reminders.more", [label])}
          triggerClass="icon-btn sm"
          end
          trigger={<Icon of={Ellipsis} />}
          items={kind === "own" ? ownItems : kindItems}
        />
      </span>
    </li>
  );
}
