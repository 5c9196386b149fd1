import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { addCapture } from "@/lib/db/entries.ts";
import { readMeetingRecord, setAccomplished } from "@/lib/db/meeting-record.ts";
import { findMeeting } from "@/lib/db/meeting-rows.ts";
import { findMentorship } from "@/lib/db/mentorship-rows.ts";
import { ownNoteText } from "@/lib/db/note-rows.ts";
import { rateMeeting, ratingsOf } from "@/lib/db/reviews.ts";
import { theirWordsOf } from "@/lib/db/shared-rows.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { accomplishedAt, heldBefore, heldUntil } from "@/lib/domain/accomplished.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { mailAddressIn, mailLink } from "@/lib/domain/mail-link.ts";
import { withoutPictures } from "@/lib/domain/picture-line.ts";
import { recapMarkdown, recapText } from "@/lib/formats/recap.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { perform } from "./acts.ts";
import { localTimeZone, minute } from "./clock.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import { createDraft } from "./draft.ts";
import { liveSignal } from "./live-signal.ts";
import type { MeetingModel } from "./meeting.ts";
import type { WrapUpModel } from "./meeting-wrap-up.ts";
import { leftOutOfRecap, recapOf } from "./meeting-recap.ts";
import type { NotesToShare } from "./meeting-markdown.ts";
import { park } from "./park.ts";
import { once } from "./once.ts";

/** Thanks as they are being written: empty for the words that are proposed. */
type LetterDraft = { text: string; skipped: boolean };

async function readAfter(meetingId: Id) {
  const meeting = await findMeeting(db, meetingId);
  const found = meeting && (await findMentorship(db, meeting.mentorshipId));
  if (!meeting || !found) return null;
  const [records, ratings, words, theirs] = await Promise.all([
    readMeetingRecord(db, meeting.mentorshipId),
    ratingsOf(db, meeting.mentorshipId),
    ownNoteText(db, meetingId),
    theirWordsOf(db, meeting.mentorshipId, meeting.startsOn),
  ]);
  return {
    meeting,
    records,
    words,
    theirs,
    useful: ratings.find((row) => row.meetingId === meetingId)?.useful ?? null,
    thanks: records.entries.find((row) => row.meetingId === meetingId && row.kind === "thanks") ?? null,
    mail: mailAddressIn(found.partner?.links ?? ""),
  };
}

/**
 * What is said and handed on after a meeting: what was accomplished since the one before, how useful it was, thanks and
 * the recap. Loaded with the wrap-up.
 */
export function createAfterMeeting(meetingId: Id, { view, notes }: MeetingModel, wrapUp: WrapUpModel) {
  const timeZone = localTimeZone();
  const rows = liveSignal(() => readAfter(meetingId));
  const letterDraft = createDraft<LetterDraft>(`${meetingId}.thanks`, { text: "", skipped: false });

  const accomplished = computed(() => {
    const found = rows.value;
    if (!found) return [];
    const { meeting, records } = found;
    const leftOut = new Set(meeting.leftOut);
    return accomplishedAt(meeting, records.meetings, records, minute.value).map((each) => ({
      each,
      belongs: !leftOut.has(each.id),
    }));
  });
  const sinceOn = computed(() => {
    const found = rows.value;
    const before = found && heldBefore(found.records.meetings, found.meeting);
    return before ? dayOf(heldUntil(before), timeZone) : null;
  });
  const letter = computed(() => letterDraft.value.value.text || draftedLetter());

  /** Thanks from what was said and agreed on; each part only where there is something to say. */
  function draftedLetter(): string {
    const shown = view.value;
    if (!shown) return "";
    const on = dayOf(shown.meeting.startedAt ?? shown.startsAt, timeZone);
    const secret = secretIds();
    const isTold = ({ row, keep }: { row: { id: Id }; keep: boolean }): boolean =>
      keep && !secret.has(row.id) && !(row.id.startsWith("found:") && notes.value?.confidential.value);
    const advice = wrapUp.entries.value.filter(isTold).find(({ row }) => row.kind === "advice")?.row.text;
    const done = accomplished.value.find(
      ({ each, belongs }) => belongs && each.owner !== "them" && !each.confidential,
    );
    const step = wrapUp.steps.value.filter(isTold).find(({ row }) => row.owner !== "them")?.row;
    return [
      on === shown.today
        ? i18n.t("wrapUp.letter.today")
        : i18n.t("wrapUp.letter.onDay", [shortDay(on, shown.today)]),
      advice && i18n.t("wrapUp.letter.advice", [withoutStop(advice)]),
      !advice && done && i18n.t("wrapUp.letter.accomplished", [withoutStop(done.each.text)]),
      step &&
        (step.dueOn
          ? i18n.t("wrapUp.letter.stepBy", [withoutStop(step.title), shortDay(step.dueOn, shown.today)])
          : i18n.t("wrapUp.letter.step", [withoutStop(step.title)])),
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** What is meant for nobody else is in no letter either. */
  function secretIds(): ReadonlySet<Id> {
    const { entries = [], commitments = [] } = rows.value?.records ?? {};
    return new Set([...entries, ...commitments].flatMap((row) => (row.confidential ? [row.id] : [])));
  }

  const ownWords = computed(() => withoutPictures(rows.value?.words ?? "", i18n.t("notes.picture.name")));
  const post = ({ mentorshipId, startsOn }: Meeting, title: string, text: string): void => {
    void perform(async () => {
      const { postToRoom } = await import("@/lib/db/shared.ts");
      return postToRoom(db, mentorshipId, { kind: "summary", title, text, dueOn: startsOn });
    }, i18n.t("room.said.sharedOne"));
  };
  const extras = () => ({
    accomplished: accomplished.value.flatMap(({ each, belongs }) => (belongs ? [each] : [])),
    sinceOn: sinceOn.value,
  });
  const ownNotes = (): NotesToShare => ({
    text: withoutPictures(notes.peek()?.words() ?? "", i18n.t("notes.picture.name")),
    confidential: notes.peek()?.confidential.peek() ?? false,
  });
  const copyRecap = (said?: string): Promise<boolean> | undefined => {
    const shown = view.peek();
    if (!shown) return undefined;
    const left = leftOutOfRecap(shown, extras(), ownNotes());
    const words = left > 0 ? i18n.t("confidential.leftOut", left) : undefined;
    return copyText(recapMarkdown(recapOf(shown, extras(), ownNotes())), said ?? words);
  };

  return {
    accomplished,
    park: (topicId: Id, parked: boolean): Promise<boolean> => park(topicId, parked ? meetingId : null),
    sinceOn,
    letter,
    letterDraft,
    useful: computed(() => rows.value?.useful ?? null),
    /** What the person wrote themselves, for reading. */
    words: ownWords,
    /** They are meant for nobody else. */
    isSecret: computed(() => notes.value?.confidential.value ?? false),
    /** The other person was thanked, on this day. */
    thanked: computed(() => {
      const thanks = rows.value?.thanks;
      return thanks ? { on: dayOf(thanks.createdAt, timeZone), text: thanks.text } : null;
    }),
    read: computed(() => rows.value !== undefined),
    /** Opens a mail with the recap, without the notes; `null` where that is too long for a link. */
    recapMail: computed(() => {
      const shown = view.value;
      if (!shown) return null;
      const recap = recapOf(shown, extras());
      return mailLink({ to: rows.value?.mail ?? "", subject: recap.title, body: recapText(recap) });
    }),
    letterMail: computed(() =>
      mailLink({
        to: rows.value?.mail ?? "",
        subject: i18n.t("wrapUp.thankSubject"),
        body: letter.value,
      }),
    ),
    belong(recordId: Id, belongs: boolean): Promise<boolean> {
      return perform(() => setAccomplished(db, meetingId, recordId, belongs));
    },
    rate(useful: number | null): Promise<boolean> {
      return perform(() => rateMeeting(db, meetingId, useful));
    },
    copyRecap(): void {
      void copyRecap();
    },
    /** For a recap that is too long for a mail link. */
    copyForMail(): void {
      void copyRecap(i18n.t("wrapUp.mailLong"));
    },
    /** For the other person's Milepost, with the next file; without the notes. */
    postRecap(): void {
      const shown = view.peek();
      if (!shown) return;
      const recap = recapOf(shown, extras());
      post(shown.meeting, recap.title, recapText(recap));
    },
    /** The notes themselves, because the person says so; they stay one's own. */
    postNotes(): void {
      const shown = view.peek();
      if (shown) post(shown.meeting, i18n.t("wrapUp.notesOf", [shown.meeting.title]), ownWords.peek().trim());
    },
    /** What the other person shared of the same day. */
    theirs: computed(() => rows.value?.theirs ?? []),
    copyLetter(said?: string): void {
      void copyText(letter.peek(), said ?? i18n.t("common.copied"));
    },
    /** Says that the other person was thanked; the words go into the journal. */
    thank: once(async (): Promise<boolean> => {
      const text = letter.peek();
      const done = await perform(
        () => addCapture(db, { kind: "thanks", text, mentorshipId: null, meetingId }),
        i18n.t("wrapUp.saidThanked"),
      );
      if (done) letterDraft.clear();
      return done;
    }, false),
    skipThanks(skipped: boolean): void {
      letterDraft.set({ skipped });
    },
  };
}

export type AfterMeetingModel = ReturnType<typeof createAfterMeeting>;

function withoutStop(words: string): string {
  return words.trim().replace(/[.!]$/u, "");
}
