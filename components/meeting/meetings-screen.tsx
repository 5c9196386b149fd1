import { CalendarDays, CalendarPlus, History } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import type { MeetingsModel } from "@/lib/state/meetings.ts";
import { MeetingForm } from "./meeting-form.tsx";
import { MeetingTrail } from "./meeting-trail.tsx";

/** All meetings of a mentorship, ahead and behind, as one trail; the place to plan one or to log a past one. */
export function MeetingsScreen({
  model,
  record,
}: {
  model: MeetingsModel;
  /** What each meeting came to, in the place of the trail. */
  record: ComponentChildren;
}) {
  const view = model.view.value;
  if (!view) return null;
  const purpose = model.form.purpose.value;
  const none = view.ahead.length + view.past.length === 0;
  const shared = { today: view.today, timeZone: view.timeZone };
  return (
    <div class="meetings">
      {purpose ? (
        <MeetingForm
          form={model.form}
          label={i18n.t(purpose.kind === "log" ? "meetings.log" : "meetings.plan")}
          today={view.today}
          localZone={view.timeZone}
        />
      ) : (
        !none && (
          <div class="btns">
            <button
              type="button"
              class={view.ahead.length === 0 ? "btn primary" : "btn"}
              data-opens="form"
              onClick={() => model.open("plan")}
            >
              <Icon of={CalendarPlus} />
              {i18n.t("meetings.plan")}
            </button>
            <button type="button" class="btn quiet" onClick={() => model.open("log")}>
              <Icon of={History} flip />
              {i18n.t("meetings.log")}
            </button>
            <a class="btn quiet" href="#/settings/meetings">
              <Icon of={CalendarDays} />
              {i18n.t("calendar.fromCalendar")}
            </a>
          </div>
        )
      )}
      {none && !purpose && (
        <Empty
          title={i18n.t("meetings.empty.title")}
          why={i18n.t("meetings.empty.why")}
          example={i18n.t("meetings.empty.example")}
        >
          <div class="btns">
            <button type="button" class="btn primary" onClick={() => model.open("plan")}>
              <Icon of={CalendarPlus} />
              {i18n.t("meetings.plan")}
            </button>
            <button type="button" class="btn quiet" onClick={() => model.open("log")}>
              {i18n.t("meetings.log")}
            </button>
            <a class="btn quiet" href="#/settings/meetings">
              {i18n.t("calendar.fromCalendar")}
            </a>
          </div>
        </Empty>
      )}
      {view.past.length > 0 && (
        <Segments
          label={i18n.t("meetings.view")}
          value={record ? "table" : "trail"}
          options={(["trail", "table"] as const).map((value) => ({
            value,
            label: i18n.t(`meetings.views.${value}`),
          }))}
          onChange={(value) => model.show(value)}
        />
      )}
      {record || (
        <div>
          {view.ahead.length > 0 && (
            <section aria-label={i18n.t("meetings.ahead")}>
              <h2 class="sr">{i18n.t("meetings.ahead")}</h2>
              <MeetingTrail rows={view.ahead} ahead openEnd={view.past.length > 0} {...shared} />
            </section>
          )}
          {view.past.length > 0 && (
            <section aria-label={i18n.t("meetings.past")}>
              <h2 class="sr">{i18n.t("meetings.past")}</h2>
              <MeetingTrail rows={view.past} ahead={false} {...shared} />
            </section>
          )}
        </div>
      )}
    </div>
  );
}
