import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { explainMeeting, type NotHeldForm } from "@/lib/db/not-held.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { findMentorship } from "@/lib/db/mentorship-rows.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { nextByAgreement } from "@/lib/domain/cadence.ts";
import { nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { mailAddressIn, mailLink } from "@/lib/domain/mail-link.ts";
import { rhythmOf } from "@/lib/domain/taper.ts";
import { clockTime, shortDay } from "@/lib/i18n/dates.ts";
import { localTimeZone, minute } from "./clock.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import type { MeetingModel } from "./meeting.ts";

/** What is to be said and done about a meeting that was moved, cancelled, or that nobody came to. Loaded when there is one. */
export function createNotHeld(meetingId: Id, { view, edit }: MeetingModel) {
  const timeZone = localTimeZone();
  const rows = liveSignal(async () => {
    const meeting = await db.meetings.get(meetingId);
    const found = meeting && (await findMentorship(db, meeting.mentorshipId));
    if (!found) return null;
    const { id } = found.mentorship;
    const [meetings, topics] = await Promise.all([meetingsOf(db, id), topicsOf(db, id)]);
    return {
      meetings,
      openTopics: topics.filter(({ state }) => state === "open").length,
      mail: mailAddressIn(found.partner?.links ?? ""),
    };
  });
  const when = (at: Instant, today: string): string =>
    `${shortDay(dayOf(at, timeZone), today)} ${clockTime(timeOf(at, timeZone))}`;

  const shown = computed(() => {
    const [found, now] = [rows.value, view.value];
    if (!found || !now) return null;
    const { meeting, mentorship, today } = now;
    const next = nextMeeting(found.meetings, minute.value);
    const moved = found.meetings.find(({ id }) => id === meeting.movedToId);
    const { cadence } = rhythmOf(mentorship, found.meetings, today);
    const { on } = nextByAgreement({ ...mentorship, cadence }, meeting, today);
    const ahead = moved?.status === "planned" ? moved : next;
    const did = i18n.t(`meeting.outcome.words.${meeting.notHeldBy ?? "open"}`, [
      shortDay(meeting.startsOn, today),
    ]);
    const then = ahead
      ? i18n.t("meeting.outcome.planned", [when(startOf(ahead), today)])
      : i18n.t("meeting.outcome.find", [
          `${shortDay(on, today)} ${clockTime(timeOf(now.startsAt, timeZone))}`,
        ]);
    const message = `${did} ${then}`;
    return {
      moved: moved ? { id: moved.id, when: when(startOf(moved), today) } : null,
      next: next ? { id: next.id, when: when(startOf(next), today) } : null,
      openTopics: found.openTopics,
      /** There is something to say yet: the two have not met at the new date. */
      goesOn: !moved || moved.status === "planned",
      message,
      mail: mailLink({ to: found.mail, subject: meeting.title, body: message }),
      proposedOn: on,
    };
  });

  return {
    shown,
    explain(form: NotHeldForm) {
      return performInForm(() => explainMeeting(db, meetingId, form), i18n.t("meeting.saidExplained"));
    },
    copyMessage(): void {
      void copyText(shown.peek()?.message ?? "", i18n.t("meeting.outcome.saidCopied"));
    },
    /** Opens the form with the day that the rhythm of the two suggests. */
    planAnother(): void {
      edit("move", shown.peek()?.proposedOn);
    },
  };
}

export type NotHeldModel = ReturnType<typeof createNotHeld>;
