import "@/components/styles/calendar.css";
import { FileInput } from "@/components/kit/file-input.tsx";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import type { CalendarsModel } from "@/lib/state/calendars.ts";
import { CalendarPreview } from "./calendar-preview.tsx";
import { FollowCalendar } from "./follow-calendar.tsx";
import { FollowedCalendar } from "./followed-calendar.tsx";
import { SetSection } from "./set-section.tsx";

/** Meetings out of a calendar: from a file, or from an address that is followed. */
export function CalendarSections({ model }: { model: CalendarsModel }) {
  const shown = model.preview.shown.value;
  const calendars = model.calendars.value ?? [];
  return (
    <>
      <SetSection title={i18n.t("calendar.fileTitle")} intro={i18n.t("calendar.fileIntro")}>
        <div
          class="drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            const file = event.dataTransfer?.files[0];
            if (file) void model.open(file);
          }}
        >
          <Field label={i18n.t("calendar.choose")} hint={i18n.t("calendar.chooseHint")}>
            {(control) => (
              <FileInput
                control={control}
                accept=".ics,.ical,text/calendar"
                onFile={(file) => void model.open(file)}
              />
            )}
          </Field>
        </div>
        {model.reading.value && (
          <p class="meta" role="status">
            {i18n.t("calendar.reading")}
          </p>
        )}
        {model.failed.value && <FailureNotice failure={model.failed.value} />}
        {shown?.calendarId === null && <CalendarPreview model={model.preview} today={model.today} />}
      </SetSection>
      <SetSection title={i18n.t("calendar.followTitle")} intro={i18n.t("calendar.followIntro")}>
        {calendars.map((calendar) => (
          <div key={calendar.id} class="calendar">
            <FollowedCalendar model={model} calendar={calendar} />
            {shown?.calendarId === calendar.id && (
              <CalendarPreview model={model.preview} today={model.today} />
            )}
          </div>
        ))}
        <FollowCalendar model={model} />
      </SetSection>
    </>
  );
}
