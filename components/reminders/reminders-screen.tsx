import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { ReminderSwitch } from "@/components/kit/reminder-switch.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { RemindersModel } from "@/lib/state/reminders.ts";
import { ReminderRow } from "./reminder-row.tsx";
import { RemindForm } from "./remind-form.tsx";

/** All that is to be reminded of now, and the reminders of one record. Content of the Shell's main. */
export function RemindersScreen({ model }: { model: RemindersModel }) {
  const lines = model.lines.value;
  const about = model.about?.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!lines) return null;
  return (
    <div ref={page} tabIndex={-1} class="remind-page">
      {about && <RemindForm about={about} model={model} />}
      {about && model.notify.state.value !== "on" && <ReminderSwitch model={model.notify} />}
      <section class="aside-sec" aria-labelledby="remind-now">
        <div class="sec-head">
          <h2 class="head" id="remind-now">
            {i18n.t("reminders.now")}
          </h2>
          {lines.length > 0 && <span class="meta num">{lines.length}</span>}
          <a class="btn sm link end" href="#/settings/reminders">
            {i18n.t("reminders.settings")}
          </a>
        </div>
        {lines.length === 0 ? (
          <Empty
            title={i18n.t("reminders.nothing")}
            why={i18n.t("reminders.nothingWhy")}
            example={i18n.t("reminders.nothingExample")}
          />
        ) : (
          <>
            <p class="soft">{i18n.t("reminders.lede")}</p>
            <ul class="list">
              {lines.map((line) => (
                <ReminderRow key={line.key} line={line} model={model} />
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}
