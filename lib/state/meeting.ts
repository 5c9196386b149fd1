import { computed, createModel, effect, signal, untracked } from "@preact/signals";
import { i18n } from "#i18n";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { isAlone, openBeside } from "@/lib/browser/tabs.ts";
import {
  completeCommitment,
  editCommitment,
  removeCommitment,
  reopenCommitment,
} from "@/lib/db/commitments.ts";
import { editEntry, removeEntry, addCapture } from "@/lib/db/entries.ts";
import {
  endMeeting,
  markHeld,
  removeMeeting,
  setFocus,
  setMeetingStatus,
  startNotes,
} from "@/lib/db/meetings.ts";
import { focusMentorship } from "@/lib/db/mentorship-rows.ts";
import { addTopic, removeTopic, setTopicDiscussed, type TopicOrigin } from "@/lib/db/topics.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { MeetingStatus } from "@/lib/domain/meeting.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import { type SnoozeChoice, snoozeChoicesAt } from "@/lib/domain/snooze.ts";
import { perform, say } from "./acts.ts";
import { createCapture } from "./capture.ts";
import { localTimeZone, minute, now } from "./clock.ts";
import { db } from "./database.ts";
import { snoozeDue } from "./due.ts";
import { performInForm } from "./field-act.ts";
import { frontTab } from "./front-tab.ts";
import { liveSignal } from "./live-signal.ts";
import { createDraftLine } from "./meeting-draft-line.ts";
import { createMeetingForm, type FormPurpose } from "./meeting-form.ts";
import { type CaptureRow, meetingView, type QuestionRow, readMeeting } from "./meeting-view.ts";
import type { createWrapUp, WrapUpModel } from "./meeting-wrap-up.ts";
import { createNoteEditor, type NoteEditorModel } from "./note-editor.ts";
import { createNoteLock } from "./note-lock.ts";
import { noteTemplate } from "./note-template.ts";
import { type MeetingStop, meetingPath } from "./paths.ts";
import { go, route } from "./route.ts";

/** Words that are typed this long before the planned start are preparation and do not start the clock. */
const preparationMs = 2 * 3_600_000;

/** Notes that are opened this long before the planned start or later start the clock. */
const clockLeadMs = 15 * 60_000;

/** The meeting that the goals are looked at beside: its stops stay in sight as the way back. */
export const lastMeeting = signal<Id | null>(null);
effect(() => {
  const { page } = route.value;
  if (page !== "meeting" && page !== "roadmap" && page !== "goal") lastMeeting.value = null;
});

/** Loaded with the first picture. */
const notePictures = () => import("./note-pictures.ts");

/** Loaded with the first promise. */
const promiseReader = () => import("./promise-in-words.ts");

/** This page stands in a window of its own already. */
const alone = signal(false);
isAlone().then(
  (value) => {
    alone.value = value;
  },
  (error: unknown) => reportError("window", error),
);

/** The call runs in the tab beside this page, as far as its address may be known: no application is in play. */
const besideCall = computed(() => {
  const url = frontTab.value?.url;
  return Boolean(url && roomOf(url)?.state === "room");
});

const Model = createModel((meetingId: Id) => {
  const timeZone = localTimeZone();
  const rows = liveSignal(() => readMeeting(meetingId));
  const view = computed(() => rows.value && meetingView(rows.value, minute.value, timeZone));
  const notes = signal<NoteEditorModel | null>(null);
  const wrapUp = signal<WrapUpModel | null>(null);
  const goTo = (stop: MeetingStop): void => go(meetingPath(meetingId, stop));

  /** The first words of a meeting start its clock, if it is about time. */
  let started = false;
  const startWithWords = (): void => {
    const shown = view.peek();
    if (started || !shown || shown.meeting.startedAt || shown.startsAt - preparationMs > db.now()) return;
    started = true;
    // Nobody asked for it in so many words, so a failure is not told either: the next words try again.
    startNotes(db, meetingId).then(
      (act) => {
        say(i18n.t("notes.saidStarted"), act);
        void wake({ kind: "changed" });
      },
      (error: unknown) => {
        started = false;
        reportError("start", error);
      },
    );
  };
  let entered = false;
  effect(() => {
    const meeting = rows.value?.meeting;
    if (!meeting || entered) return;
    entered = true;
    lastMeeting.value = meetingId;
    untracked(() => {
      const { id, mentorshipId, kind } = meeting;
      notes.value = createNoteEditor({ id, mentorshipId }, startWithWords, noteTemplate(kind));
    });
    // A link from elsewhere may lead into another mentorship: the frame around the meeting follows.
    focusMentorship(db, meeting.mentorshipId).catch((error: unknown) => reportError("focus", error));
  });
  effect(() => () => notes.peek()?.close());

  /** Takes down what was said; of a promise also by whom and for when, which the wrap-up confirms. */
  const addAsRead: typeof addCapture = async (to, capture) => {
    const known = rows.peek();
    if (capture.kind !== "action" || !known) return addCapture(to, capture);
    const reader = await promiseReader().catch((error: unknown) => reportError("tools", error));
    const read = reader?.promiseInWords(capture.text, db.now(), known) ?? null;
    return addCapture(to, { ...capture, read });
  };
  const chosenFrom = signal<TopicOrigin | null | undefined>(undefined);
  const focusFrom = computed(() =>
    chosenFrom.value === undefined ? (view.value?.focusOrigin ?? null) : chosenFrom.value,
  );
  const form = createMeetingForm(
    (purpose: FormPurpose) =>
      i18n.t(
        purpose.kind === "move"
          ? "meeting.saidMoved"
          : purpose.kind === "split"
            ? "meeting.saidSplit"
            : "meeting.saidSaved",
      ),
    (id, purpose) => {
      if (id !== meetingId && purpose.kind !== "split") go(meetingPath(id, "brief"));
    },
  );

  return {
    view,
    notes,
    /** Of one's own notes, where there are any. */
    noteId: computed(() => notes.value?.noteId.value ?? null),
    now,
    form,
    /** What is decided at the end; `null` before it was opened. */
    wrapUp,
    /** @param create loaded with what shows it */
    openWrapUp(create: typeof createWrapUp): WrapUpModel {
      return untracked(() => (wrapUp.value ??= create(meetingId, rows, view, addAsRead)));
    },
    lock: createNoteLock(computed(() => rows.value?.meeting)),
    alone,
    besideCall,
    /** The notes beside an application that runs the call itself. */
    openBeside(): Promise<boolean> {
      return perform(() => openBeside(meetingPath(meetingId, "notes")));
    },
    pictures: {
      async keep(files: readonly File[]): Promise<readonly string[]> {
        const meeting = rows.peek()?.meeting;
        return meeting ? (await notePictures()).keepPictures(meeting, files) : [];
      },
      async of(id: Id) {
        return (await notePictures()).pictureOf(id);
      },
    },
    failed: (error: unknown): void => reportError("tools", error),
    capture: createCapture(
      meetingId,
      () => ({ mentorshipId: rows.peek()?.mentorship.id ?? null, meetingId }),
      // The line under the notes is the answer; a toast would cover it.
      () => null,
      { add: addAsRead, firstKind: "action" },
    ),
    focus: createDraftLine(`${meetingId}.focus`, (words) =>
      perform(() => setFocus(db, meetingId, words, focusFrom.peek()), i18n.t("brief.saidFocusSaved")),
    ),
    /** What the focus that is being written comes from: as it is, until something else is chosen. */
    focusFrom,
    chooseFocusFrom(from: TopicOrigin | null | undefined): void {
      chosenFrom.value = from;
    },
    topic: createDraftLine(`${meetingId}.topic`, (words) =>
      perform(async () => {
        const shown = rows.peek();
        return shown && addTopic(db, shown.mentorship.id, words);
      }),
    ),
    /** Where a link without a stop leads: to what is to be done at this meeting now. */
    defaultStop: computed<MeetingStop>(() => {
      const meeting = rows.value?.meeting;
      if (meeting?.startedAt && !meeting.endedAt) return "notes";
      return meeting?.endedAt && !meeting.wrappedUpAt ? "wrap-up" : "brief";
    }),
    goTo,
    snoozeChoices: () => snoozeChoicesAt(db.now(), timeZone),
    /** From the brief to the notes; the clock starts with it if it is about time. */
    openNotes(): void {
      goTo("notes");
      const shown = view.peek();
      if (shown && shown.startsAt - clockLeadMs <= db.now()) void perform(() => startNotes(db, meetingId));
    },
    start(): Promise<boolean> {
      return perform(() => startNotes(db, meetingId));
    },
    async end(): Promise<void> {
      if (await perform(() => endMeeting(db, meetingId), i18n.t("notes.saidEnded"))) goTo("wrap-up");
    },
    /** A planned meeting whose time has gone by took place after all. */
    async tookPlace(): Promise<void> {
      if (await perform(() => markHeld(db, meetingId), i18n.t("notes.saidEnded"))) goTo("wrap-up");
    },
    clearFocus(): Promise<boolean> {
      return perform(() => setFocus(db, meetingId, ""), i18n.t("brief.saidFocusSaved"));
    },
    discuss(topicId: Id, discussed: boolean): Promise<boolean> {
      return perform(
        () => setTopicDiscussed(db, topicId, discussed ? meetingId : null, meetingId),
        i18n.t(discussed ? "brief.saidDiscussed" : "brief.saidOpen"),
      );
    },
    dropTopic(topicId: Id): Promise<boolean> {
      return perform(() => removeTopic(db, topicId), i18n.t("brief.saidTopicRemoved"));
    },
    ask(question: QuestionRow): Promise<boolean> {
      return perform(async () => {
        const shown = rows.peek();
        const from = { table: "entries" as const, id: question.id };
        return shown && addTopic(db, shown.mentorship.id, topicTitle(question.text), "question", from);
      }, i18n.t("goals.said.onAgenda"));
    },
    keepPromise(promise: Commitment, done: boolean): Promise<boolean> {
      return done
        ? perform(() => completeCommitment(db, promise.id), i18n.t("said.done"))
        : perform(() => reopenCommitment(db, promise.id));
    },
    snooze(promise: Commitment, choice: SnoozeChoice): Promise<boolean> {
      return snoozeDue({ table: "commitments", id: promise.id }, choice);
    },
    editCapture(row: CaptureRow, text: string, confidential: boolean) {
      return performInForm(() =>
        row.table === "entries"
          ? editEntry(db, row.id, { text, confidential })
          : editCommitment(db, row.id, { title: text }),
      );
    },
    removeCapture(row: CaptureRow): Promise<boolean> {
      return perform(
        () => (row.table === "entries" ? removeEntry(db, row.id) : removeCommitment(db, row.id)),
        i18n.t("notes.saidRemoved", [i18n.t(`kinds.${row.kind}`)]),
      );
    },
    setStatus(status: MeetingStatus): Promise<boolean> {
      return perform(
        () => setMeetingStatus(db, meetingId, status),
        i18n.t("meeting.saidStatus", [i18n.t(`meetings.status.${status}`)]),
      );
    },
    async remove(): Promise<void> {
      if (await perform(() => removeMeeting(db, meetingId), i18n.t("meeting.saidRemoved"))) go("/meetings");
    },
    /** @param on the new day of one that is moved, `YYYY-MM-DD`; without it the form begins with the old one */
    edit(kind: "edit" | "move" | "split", on?: Day): void {
      const meeting = rows.peek()?.meeting;
      if (!meeting) return;
      form.open(
        { kind, id: meetingId },
        {
          mentorshipId: meeting.mentorshipId,
          kind: meeting.kind,
          title: kind === "split" ? i18n.t("meeting.secondPart", [meeting.title]) : meeting.title,
          on: on ?? meeting.startsOn,
          time: meeting.startsTime,
          timeZone: meeting.timeZone,
          minutes: kind === "split" ? Math.ceil(meeting.plannedMinutes / 2) : meeting.plannedMinutes,
          link: meeting.roomUrl ?? "",
        },
        { why: meeting.notHeldWhy ?? "", by: meeting.notHeldBy ?? "" },
      );
    },
  };
});

/** One meeting from its brief to its wrap-up. Dispose of it when the meeting is left: that saves the last words. */
export function createMeeting(meetingId: Id) {
  return new Model(meetingId);
}

export type MeetingModel = ReturnType<typeof createMeeting>;
