import type { Id } from "@/lib/domain/envelope.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import type { SampleClock } from "./sample-clock.ts";
import type { HeldTimes } from "./sample-meetings.ts";
import type { HeldKey } from "./sample-notes.ts";

/** `added` is in days from today; `carried` are the meetings that did not get to it; open until `discussed`. */
interface TopicStory {
  key: string;
  title: string;
  kind?: Topic["kind"];
  added: number;
  carried?: readonly HeldKey[];
  discussed?: { in: HeldKey; minute: number };
}

const topics: readonly TopicStory[] = [
  {
    key: "your-way",
    title: "How did you get from admin to architect?",
    kind: "question",
    added: -344,
    discussed: { in: "coffee-1", minute: 4 },
  },
  {
    key: "gaps",
    title: "What is missing between here and there",
    added: -275,
    discussed: { in: "coffee-2", minute: 12 },
  },
  {
    key: "reviews-seen",
    title: "What I saw in three design reviews",
    added: -205,
    discussed: { in: "coffee-3", minute: 25 },
  },
  { key: "ask", title: "Ask Amara to be my mentor", added: -136, discussed: { in: "coffee-4", minute: 9 } },
  {
    key: "different",
    title: "What should be different in half a year",
    added: -86,
    discussed: { in: "kickoff", minute: 21 },
  },
  {
    key: "ways",
    title: "How we work together, and how we stop",
    added: -85,
    discussed: { in: "kickoff", minute: 44 },
  },
  {
    key: "map",
    title: "The map of our integrations",
    added: -72,
    discussed: { in: "check-in-2", minute: 15 },
  },
  { key: "slow", title: "I feel slow", added: -71, discussed: { in: "check-in-2", minute: 38 } },
  {
    key: "silent-day",
    title: "What a silent day would cost",
    added: -58,
    discussed: { in: "check-in-3", minute: 18 },
  },
  {
    key: "estimates",
    title: "Estimates: why are mine always half?",
    kind: "question",
    added: -57,
    carried: ["check-in-3"],
    discussed: { in: "check-in-4", minute: 40 },
  },
  {
    key: "billing",
    title: "First impressions of the billing interface",
    added: -44,
    discussed: { in: "check-in-4", minute: 11 },
  },
  {
    key: "three-options",
    title: "Three options and no opinion",
    added: -43,
    discussed: { in: "check-in-4", minute: 24 },
  },
  {
    key: "goals-again",
    title: "Which goals still stand",
    added: -33,
    discussed: { in: "calibration", minute: 17 },
  },
  {
    key: "letting-go",
    title: "Why is it hard to hand work over?",
    kind: "question",
    added: -29,
    discussed: { in: "calibration", minute: 35 },
  },
  {
    key: "retry",
    title: "Retry rules: who owns the dead letters?",
    kind: "question",
    added: -16,
    carried: ["check-in-6"],
  },
  {
    key: "splitting",
    title: "Splitting the returns fix",
    added: -17,
    discussed: { in: "check-in-6", minute: 9 },
  },
  {
    key: "what-record",
    title: "What a decision record is for",
    kind: "question",
    added: -16,
    discussed: { in: "check-in-6", minute: 20 },
  },
  { key: "record-feedback", title: "Feedback on the decision record", added: -5 },
  { key: "batch", title: "How to answer “why not batch?” in the guild", kind: "question", added: -3 },
  {
    key: "shadowing",
    title: "Shadowing with Jonas: what to look for",
    added: -30,
    carried: ["calibration", "check-in-6"],
  },
  { key: "review-date", title: "Date for the milestone review", added: -2 },
];

/** The agendas: what was talked about and when, and five open topics, two of them carried over. */
export function topicWrites(
  clock: SampleClock,
  mentorshipId: Id,
  held: Record<HeldKey, HeldTimes>,
): PastWrite[] {
  return topics.flatMap((story, order) => {
    const of = { table: "topics" as const, id: `sample-topic-${story.key}` };
    const { title, kind = "topic" } = story;
    const writes: PastWrite[] = [
      {
        ...of,
        patch: { mentorshipId, title, kind, state: "open", carriedFrom: [], order },
        at: clock.at(story.added, "20:10") + order * 60_000,
        did: "addTopic",
      },
    ];
    const carried = story.carried ?? [];
    for (const [index, key] of carried.entries()) {
      const carriedFrom = carried.slice(0, index + 1).map((each) => held[each].id);
      writes.push({ ...of, patch: { carriedFrom }, at: held[key].wrappedUpAt, did: "finishWrapUp" });
    }
    if (story.discussed) {
      const { id, startedAt } = held[story.discussed.in];
      writes.push({
        ...of,
        patch: { state: "discussed", discussedIn: id },
        at: startedAt + story.discussed.minute * 60_000,
        did: "discussTopic",
      });
    }
    return writes;
  });
}
