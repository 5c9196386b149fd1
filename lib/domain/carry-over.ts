import { instantOf } from "./civil-time.ts";
import type { Id, Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";
import type { Topic } from "./topic.ts";

type Placed = Pick<
  Meeting,
  | "id"
  | "mentorshipId"
  | "status"
  | "startsOn"
  | "startsTime"
  | "timeZone"
  | "plannedMinutes"
  | "endedAt"
  | "deletedAt"
>;

/** When a meeting was agreed to start. */
export function startOf(meeting: Pick<Meeting, "startsOn" | "startsTime" | "timeZone">): Instant {
  return instantOf(meeting.startsOn, meeting.startsTime, meeting.timeZone);
}

/** When a meeting was agreed to end. */
export function endOf(
  meeting: Pick<Meeting, "startsOn" | "startsTime" | "timeZone" | "plannedMinutes">,
): Instant {
  return startOf(meeting) + meeting.plannedMinutes * 60_000;
}

/**
 * The meeting that carries the open topics of its mentorship: the earliest planned one that is not over. One that
 * has begun is still it until it is ended, or its day is gone by twelve hours.
 */
export function nextMeeting<M extends Placed>(meetings: readonly M[], now: Instant): M | undefined {
  return meetings
    .filter((meeting) => meeting.status === "planned" && !meeting.deletedAt && !meeting.endedAt)
    .filter((meeting) => endOf(meeting) + 12 * 3_600_000 > now)
    .toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1))[0];
}

export interface AgendaTopic<T> {
  topic: T;
  /** Discussed in this very meeting. */
  done: boolean;
  /** How many earlier meetings showed it without its being discussed. */
  carried: number;
  carriedFromId: Id | null;
}

/** Whether a topic was talked about in a meeting; one that comes at every meeting may have been in several. */
export function wasDiscussedIn(topic: Pick<Topic, "discussedIn" | "talkedIn">, meetingId: Id): boolean {
  return topic.discussedIn === meetingId || (topic.talkedIn ?? []).includes(meetingId);
}

/**
 * The agenda of a meeting: what was discussed in it and, if it is the next one, every open topic. So an open topic
 * stands in exactly one agenda, whatever was created, moved, cancelled or split in between. One that comes at every
 * meeting stays open, and stands in the agendas where it was talked about as well.
 */
export function agendaOf<
  T extends Pick<
    Topic,
    "id" | "mentorshipId" | "state" | "discussedIn" | "talkedIn" | "carriedFrom" | "order" | "deletedAt"
  >,
>(meeting: Placed, meetings: readonly Placed[], topics: readonly T[], now: Instant): AgendaTopic<T>[] {
  const siblings = meetings.filter((each) => each.mentorshipId === meeting.mentorshipId);
  const isNext = nextMeeting(siblings, now)?.id === meeting.id;
  return topics
    .filter((topic) => topic.mentorshipId === meeting.mentorshipId && !topic.deletedAt)
    .filter((topic) => (topic.state === "open" && isNext) || wasDiscussedIn(topic, meeting.id))
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((topic) => ({
      topic,
      done: wasDiscussedIn(topic, meeting.id),
      carried: topic.carriedFrom.length,
      carriedFromId: topic.carriedFrom.at(-1) ?? null,
    }));
}

/**
 * What a meeting that was held did not get to: after its wrap-up the topics that it carried on, before it those that
 * were open when it ended. What somebody added later belongs to the next one alone.
 * @param now stands for its end while it runs
 */
export function leftUndiscussed<
  T extends Pick<
    Topic,
    "mentorshipId" | "state" | "carriedFrom" | "talkedIn" | "createdAt" | "order" | "id" | "deletedAt"
  >,
>(
  meeting: Pick<Meeting, "id" | "mentorshipId" | "endedAt" | "wrappedUpAt">,
  topics: readonly T[],
  now: Instant,
): T[] {
  const endedAt = meeting.endedAt ?? now;
  return topics
    .filter((topic) => topic.mentorshipId === meeting.mentorshipId && !topic.deletedAt)
    .filter((topic) =>
      meeting.wrappedUpAt
        ? topic.carriedFrom.includes(meeting.id)
        : topic.state === "open" &&
          topic.createdAt <= endedAt &&
          !(topic.talkedIn ?? []).includes(meeting.id),
    )
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
