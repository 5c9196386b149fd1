import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { Topic } from "@/lib/domain/topic.ts";

const common = { author: "me", space: "personal", visibility: "private" as const, createdAt: 0 };

/** A planned meeting in Berlin; `changed` is what a test is about. */
export function someMeeting(changed: Partial<Meeting> = {}): Meeting {
  return {
    ...common,
    id: "m1",
    mentorshipId: "s1",
    kind: "checkIn",
    title: "Check-in",
    status: "planned",
    startsOn: "2026-11-24",
    startsTime: "15:00",
    timeZone: "Europe/Berlin",
    plannedMinutes: 45,
    ...changed,
  };
}

export function someMilestone(changed: Partial<Milestone> = {}): Milestone {
  return {
    ...common,
    id: "ms1",
    mentorshipId: "s1",
    goalId: "g1",
    title: "Hold the first three",
    phase: "discovery",
    dueOn: "2026-11-24",
    owner: "me",
    status: "open",
    order: 0,
    ...changed,
  };
}

export function someCommitment(changed: Partial<Commitment> = {}): Commitment {
  return {
    ...common,
    id: "c1",
    mentorshipId: "s1",
    title: "Book a room",
    owner: "me",
    must: true,
    dueOn: "2026-11-24",
    status: "open",
    ...changed,
  };
}

export function someTopic(changed: Partial<Topic> = {}): Topic {
  return {
    ...common,
    id: "t1",
    mentorshipId: "s1",
    title: "Budget",
    kind: "topic",
    state: "open",
    carriedFrom: [],
    order: 0,
    ...changed,
  };
}
