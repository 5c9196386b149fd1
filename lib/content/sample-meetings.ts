import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";
import { roomKeyOf } from "@/lib/domain/meeting-room.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import { type SampleClock, soonFrom } from "./sample-clock.ts";
import { type HeldKey, sampleNotes } from "./sample-notes.ts";

/** The two always meet in this room; the number is invented. */
export const sampleRoomUrl = "https://us05web.zoom.us/j/81234567890";

interface HeldStory {
  key: HeldKey;
  kind: MeetingKind;
  title: string;
  /** Days from today, always at 15:00. */
  on: number;
  planned: number;
  /** From the first word of the notes to the last. */
  minutes: number;
  focus?: string;
  room: boolean;
}

const held: readonly HeldStory[] = [
  {
    key: "coffee-1",
    kind: "adHoc",
    title: "Coffee with Amara",
    on: -343,
    planned: 30,
    minutes: 34,
    room: false,
  },
  {
    key: "coffee-2",
    kind: "adHoc",
    title: "Coffee, second round",
    on: -273,
    planned: 30,
    minutes: 31,
    room: false,
  },
  { key: "coffee-3", kind: "adHoc", title: "Lunch walk", on: -203, planned: 45, minutes: 52, room: false },
  {
    key: "coffee-4",
    kind: "adHoc",
    title: "Would you be my mentor?",
    on: -133,
    planned: 30,
    minutes: 28,
    room: false,
  },
  {
    key: "kickoff",
    kind: "kickoff",
    title: "Kickoff",
    on: -84,
    planned: 60,
    minutes: 62,
    focus: "What should be different in half a year, and how will we both see it?",
    room: true,
  },
  { key: "check-in-2", kind: "checkIn", title: "Check-in 2", on: -70, planned: 45, minutes: 47, room: true },
  {
    key: "check-in-3",
    kind: "checkIn",
    title: "Check-in 3",
    on: -56,
    planned: 45,
    minutes: 39,
    focus: "What does the map of our integrations tell us?",
    room: true,
  },
  { key: "check-in-4", kind: "checkIn", title: "Check-in 4", on: -42, planned: 45, minutes: 44, room: true },
  {
    key: "calibration",
    kind: "review",
    title: "Calibration",
    on: -28,
    planned: 60,
    minutes: 58,
    focus: "Which of our goals still stand after the reorganisation?",
    room: true,
  },
  {
    key: "check-in-6",
    kind: "checkIn",
    title: "Check-in 6",
    on: -14,
    planned: 45,
    minutes: 42,
    focus: "How do I get a large change through review?",
    room: true,
  },
];

/** The one meeting that was not planned at the wrap-up before it. */
const moved = { to: "check-in-3", onDay: -64 } as const;
const reason = { notHeldWhy: "Amara was at a conference", notHeldBy: "them" } as const;

/** What the story needs to know of a meeting that was held. */
export interface HeldTimes {
  id: Id;
  startedAt: Instant;
  endedAt: Instant;
  wrappedUpAt: Instant;
}

/** When each meeting was held, for what was promised, said and decided in it. */
export function heldTimes(clock: SampleClock): Record<HeldKey, HeldTimes> {
  const entries = held.map((story) => {
    const startedAt = clock.at(story.on, "15:02");
    const endedAt = startedAt + story.minutes * 60_000;
    const times: HeldTimes = {
      id: meetingId(story.key),
      startedAt,
      endedAt,
      wrappedUpAt: endedAt + 4 * 60_000,
    };
    return [story.key, times] as const;
  });
  return Object.fromEntries(entries) as Record<HeldKey, HeldTimes>;
}

/** Ten meetings that were held, one that was moved, and the next one about 40 minutes from now. */
export function meetingWrites(clock: SampleClock, mentorshipId: Id, me: Id): PastWrite[] {
  const times = heldTimes(clock);
  const writes: PastWrite[] = [];
  for (const [index, story] of held.entries()) {
    const before = held[index - 1];
    // In the mentorship proper each wrap-up plans the next meeting; what came before was arranged by mail.
    const planned =
      story.key === moved.to
        ? { at: clock.at(moved.onDay, "08:50"), did: "moveMeeting" as const }
        : story.room && before?.room
          ? { at: times[before.key].wrappedUpAt, did: "finishWrapUp" as const }
          : { at: clock.at(story.on - 7, "11:20"), did: "planMeeting" as const };
    writes.push({
      table: "meetings",
      id: meetingId(story.key),
      patch: plan(clock, mentorshipId, story),
      ...planned,
    });
    writes.push(...courseOf(story, times[story.key], mentorshipId, me));
  }
  writes.push(...movedMeeting(clock, mentorshipId, times), ...nextMeeting(clock, mentorshipId, times));
  return writes;
}

function meetingId(key: string): Id {
  return `sample-meeting-${key}`;
}

function plan(
  clock: SampleClock,
  mentorshipId: Id,
  story: Pick<HeldStory, "kind" | "title" | "on" | "planned" | "room">,
): Partial<Meeting> {
  return {
    mentorshipId,
    kind: story.kind,
    title: story.title,
    status: "planned",
    startsOn: clock.on(story.on),
    startsTime: "15:00",
    timeZone: clock.timeZone,
    plannedMinutes: story.planned,
    roomUrl: story.room ? sampleRoomUrl : null,
    roomKey: story.room ? roomKeyOf(sampleRoomUrl) : null,
  };
}

/** From the first word of the notes to the end of the wrap-up. */
function courseOf(story: HeldStory, times: HeldTimes, mentorshipId: Id, me: Id): PastWrite[] {
  const of = { table: "meetings" as const, id: times.id };
  const { startedAt, endedAt, wrappedUpAt } = times;
  const note: PastWrite = {
    table: "notes",
    id: noteId(times.id, me),
    patch: { mentorshipId, meetingId: times.id, text: sampleNotes[story.key] },
    at: endedAt - 60_000,
    did: "writeNote",
  };
  const focus: PastWrite[] = story.focus
    ? [{ ...of, patch: { focus: story.focus }, at: startedAt - 22 * 3_600_000, did: "setFocus" }]
    : [];
  return [
    ...focus,
    { ...of, patch: { startedAt }, at: startedAt, did: "startNotes" },
    note,
    { ...of, patch: { endedAt, status: "held" }, at: endedAt, did: "endMeeting" },
    { ...of, patch: { wrappedUpAt }, at: wrappedUpAt, did: "finishWrapUp" },
  ];
}

/** Check-in 3 as it was first planned, a week earlier. */
function movedMeeting(clock: SampleClock, mentorshipId: Id, times: Record<HeldKey, HeldTimes>): PastWrite[] {
  const of = { table: "meetings" as const, id: meetingId("check-in-3-first") };
  const story = { kind: "checkIn", title: "Check-in 3", on: -63, planned: 45, room: true } as const;
  const plannedAt = times["check-in-2"].wrappedUpAt;
  return [
    { ...of, patch: plan(clock, mentorshipId, story), at: plannedAt, did: "finishWrapUp" },
    {
      ...of,
      patch: { status: "moved", ...reason, movedToId: meetingId(moved.to) },
      at: clock.at(moved.onDay, "08:50"),
      did: "moveMeeting" as const,
    },
  ];
}

function nextMeeting(clock: SampleClock, mentorshipId: Id, times: Record<HeldKey, HeldTimes>): PastWrite[] {
  const of = { table: "meetings" as const, id: meetingId("check-in-7") };
  const story = { kind: "checkIn", title: "Check-in 7", on: 0, planned: 45, room: true } as const;
  const focus = "Is my order-sync design ready to stand in front of the guild?";
  return [
    {
      ...of,
      patch: plan(clock, mentorshipId, story),
      at: times["check-in-6"].wrappedUpAt,
      did: "finishWrapUp",
    },
    { ...of, patch: soonFrom(clock), at: clock.at(-2, "08:30"), did: "editMeeting" },
    {
      ...of,
      patch: { focus, focusTable: "goals", focusId: "sample-goal-integration" },
      at: clock.at(-1, "19:40"),
      did: "setFocus",
    },
  ];
}
