import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { ReminderSwitch as ReminderSwitchModel } from "@/lib/state/reminder-switch.ts";

/** One switch for notifications; where the browser says no, it says what happens instead. */
export function ReminderSwitch({ model }: { model: ReminderSwitchModel }) {
  const id = useId();
  const state = model.state.value;
  return (
    <label class="pick" for={id}>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-describedby={`${id}-state`}
        checked={state === "on"}
        onChange={(event) => {
          const input = event.currentTarget;
          const on = input.checked;
          // The browser is still to be asked: until it says yes the switch stays where it was.
          input.checked = state === "on";
          model.turn(on);
        }}
      />
      <span>
        {i18n.t("welcome.remind.label")}
        <span class="hint" id={`${id}-state`} role="status">
          {i18n.t(
            state === "refused"
              ? "welcome.remind.refused"
              : state === "on"
                ? "welcome.remind.on"
                : "welcome.remind.hint",
          )}
        </span>
      </span>
    </label>
  );
}
