import { i18n } from "#i18n";
import { meetingClock } from "@/lib/domain/meeting-clock.ts";
import { namedOwner } from "@/lib/domain/named-owner.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { NoteToolsContext } from "./note-tools.ts";

/** What the tools of the editor ask of the meeting, as it is at that moment. */
export function noteToolsOf(model: MeetingModel): NoteToolsContext & { failed: (error: unknown) => void } {
  const shown = () => model.view.peek();
  return {
    failed: model.failed,
    elapsedSeconds: () => {
      const meeting = shown()?.meeting;
      if (!meeting?.startedAt || meeting.endedAt) return null;
      return meetingClock(meeting, Date.now()).elapsedSeconds;
    },
    names: () =>
      [i18n.t("notes.names.me"), shown()?.partnerShort ?? "", i18n.t("notes.names.both")].filter(Boolean),
    calendar: () => {
      const view = shown();
      return {
        now: view?.meeting.startedAt ?? Date.now(),
        timeZone: view?.timeZone ?? Temporal.Now.timeZoneId(),
        locale: navigator.language,
      };
    },
    understood: (capture) => {
      const view = shown();
      if (!view) return "";
      const { owner } = namedOwner(capture, view);
      if (!owner || (owner === "me" && !capture.dueOn && !capture.ownerName)) return "";
      const who =
        owner === "them" ? (capture.ownerName ?? view.partnerShort) : i18n.t(`notes.names.${owner}`);
      return [who, capture.dueOn ? shortDay(capture.dueOn, view.today) : ""].filter(Boolean).join(", ");
    },
    keepPictures: model.pictures.keep,
    pictureOf: model.pictures.of,
  };
}
