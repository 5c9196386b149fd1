import type { Id } from "@/lib/domain/envelope.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { SampleClock } from "./sample-clock.ts";
import type { HeldTimes } from "./sample-meetings.ts";
import type { HeldKey } from "./sample-notes.ts";

/** Days are counted from today. A promise comes out of a meeting, or is made on a day of its own (`made`). */
interface PromiseStory {
  key: string;
  title: string;
  owner: Owner;
  from?: { meeting: HeldKey; seconds: number };
  made?: number;
  due?: number;
  /** Nice to have, not a must. */
  nice?: true;
  moved?: { on: number; to: number };
  done?: number;
}

const promises: readonly PromiseStory[] = [
  {
    key: "sentence",
    title: "Write down in one sentence where I want to be in two years",
    owner: "me",
    from: { meeting: "coffee-1", seconds: 1_610 },
    due: -300,
    done: -304,
  },
  {
    key: "course",
    title: "Book the language course",
    owner: "me",
    from: { meeting: "coffee-2", seconds: 1_490 },
    due: -266,
    done: -271,
  },
  {
    key: "coding-task",
    title: "Ask Martin for a coding task that is mine",
    owner: "me",
    from: { meeting: "coffee-4", seconds: 1_205 },
    due: -112,
    moved: { on: -113, to: -98 },
    done: -101,
  },
  {
    key: "agreement",
    title: "Write down what we agreed",
    owner: "both",
    from: { meeting: "kickoff", seconds: 3_020 },
    due: -77,
    done: -78,
  },
  {
    key: "two-designs",
    title: "Send me the two designs she is proudest of",
    owner: "them",
    from: { meeting: "kickoff", seconds: 2_270 },
    due: -74,
    done: -75,
  },
  {
    key: "map",
    title: "Draw everything that talks to our org, on one page",
    owner: "me",
    from: { meeting: "kickoff", seconds: 3_340 },
    due: -70,
    done: -71,
  },
  {
    key: "ask-jonas",
    title: "Ask Jonas for two billing sessions",
    owner: "me",
    from: { meeting: "check-in-2", seconds: 1_930 },
    due: -66,
    done: -68,
  },
  {
    key: "cost-column",
    title: "Add what a silent day would cost to each line of the map",
    owner: "me",
    from: { meeting: "check-in-2", seconds: 1_120 },
    due: -58,
    done: -57,
  },
  {
    key: "estimates",
    title: "Estimate the next three tickets before refinement",
    owner: "me",
    from: { meeting: "check-in-4", seconds: 2_480 },
    due: -30,
    nice: true,
    done: -31,
  },
  {
    key: "split",
    title: "Split the returns fix in three",
    owner: "me",
    from: { meeting: "calibration", seconds: 2_950 },
    due: -16,
    done: -18,
  },
  {
    key: "checklist",
    title: "Share her review checklist",
    owner: "them",
    from: { meeting: "calibration", seconds: 3_110 },
    due: -21,
    done: -20,
  },
  {
    key: "chapter",
    title: "Read the chapter on event contracts",
    owner: "me",
    from: { meeting: "check-in-6", seconds: 1_840 },
    due: -6,
    nice: true,
    done: -8,
  },
  {
    key: "record",
    title: "Send Amara the order-sync decision record",
    owner: "me",
    from: { meeting: "check-in-6", seconds: 1_275 },
    due: -4,
  },
  { key: "shadowing", title: "Ask Jonas for two hours of shadowing", owner: "me", made: -9, due: 0 },
  { key: "returns", title: "Write up what worked in the returns fix", owner: "me", made: -7, due: 1 },
  {
    key: "lena",
    title: "Introduce me to Lena Vogt, data platform",
    owner: "them",
    from: { meeting: "check-in-6", seconds: 2_230 },
  },
  {
    key: "slot",
    title: "Confirm the slot at the guild",
    owner: "them",
    from: { meeting: "check-in-6", seconds: 2_405 },
    due: 2,
  },
];

/** What both promised: most of it done, one overdue, one due today, one tomorrow, two that Amara owes. */
export function promiseWrites(
  clock: SampleClock,
  mentorshipId: Id,
  held: Record<HeldKey, HeldTimes>,
): PastWrite[] {
  return promises.flatMap((story) => {
    const of = { table: "commitments" as const, id: `sample-commitment-${story.key}` };
    const agreed = {
      title: story.title,
      owner: story.owner,
      must: !story.nice,
      dueOn: story.due === undefined ? null : clock.on(story.due),
      status: "open" as const,
      mentorshipId,
    };
    const writes: PastWrite[] = [];
    if (story.from) {
      // Taken down in the call as it was heard, agreed on at the wrap-up.
      const { id: meetingId, startedAt, wrappedUpAt } = held[story.from.meeting];
      const heard = {
        ...agreed,
        owner: "me" as const,
        must: true,
        dueOn: null,
        status: "proposed" as const,
      };
      writes.push({
        ...of,
        patch: { ...heard, meetingId, atSeconds: story.from.seconds },
        at: startedAt + story.from.seconds * 1_000,
        did: "addCommitment",
      });
      writes.push({ ...of, patch: { ...agreed, meetingId }, at: wrappedUpAt, did: "finishWrapUp" });
    } else {
      writes.push({ ...of, patch: agreed, at: clock.at(story.made ?? -1, "17:25"), did: "addCommitment" });
    }
    if (story.moved) {
      writes.push({
        ...of,
        patch: { dueOn: clock.on(story.moved.to) },
        at: clock.at(story.moved.on, "18:15"),
        did: "moveCommitment",
      });
    }
    if (story.done !== undefined) {
      const doneAt = clock.at(story.done, "17:50");
      writes.push({ ...of, patch: { status: "done", doneAt }, at: doneAt, did: "completeCommitment" });
    }
    return writes;
  });
}
