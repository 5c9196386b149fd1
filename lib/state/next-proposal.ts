import { i18n } from "#i18n";
import type { MeetingForm } from "@/lib/db/meetings.ts";
import { nextByAgreement } from "@/lib/domain/cadence.ts";
import { addDays, dayOf, timeOf, weekdayOf } from "@/lib/domain/civil-time.ts";
import type { Day, TimeOfDay } from "@/lib/domain/envelope.ts";
import { nextTitle } from "@/lib/domain/meeting-series.ts";
import { rhythmOf } from "@/lib/domain/taper.ts";
import type { MeetingRows, MeetingView } from "./meeting-view.ts";

/**
 * The next meeting by the rhythm that the two agreed on, counted from this one and never in the past. Loaded with the
 * wrap-up.
 */
export function proposalOf(rows: MeetingRows | null | undefined, view: MeetingView | null | undefined) {
  if (!rows || !view) return null;
  const { meeting, mentorship, meetings } = rows;
  const after = view.today > meeting.startsOn ? view.today : meeting.startsOn;
  const rhythm = rhythmOf(mentorship, meetings, view.today);
  const { on: rhythmOn, minutes } = nextByAgreement({ ...mentorship, ...rhythm }, meeting, after);
  const form = (on: Day, time: TimeOfDay): MeetingForm => ({
    mentorshipId: mentorship.id,
    kind: "checkIn",
    title: nextTitle(meetings, "checkIn", i18n.t("meetings.kinds.checkIn")),
    on,
    time,
    timeZone: meeting.timeZone,
    minutes,
    link: meeting.roomUrl ?? "",
  });
  return {
    ...rhythm,
    rhythmOn,
    localTime: timeOf(view.startsAt, view.timeZone),
    localDay: dayOf(view.startsAt, view.timeZone),
    rhythm: form(rhythmOn, meeting.startsTime),
    later: form(workdayAfter(rhythmOn), meeting.startsTime),
  };
}

function workdayAfter(on: Day): Day {
  let day = addDays(on, 1);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  return day;
}
