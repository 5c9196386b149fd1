import type { CaptureKind } from "@/lib/domain/vocabulary.ts";
import type { Id, TimeOfDay } from "@/lib/domain/envelope.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { SampleClock } from "./sample-clock.ts";
import type { HeldTimes } from "./sample-meetings.ts";
import type { HeldKey } from "./sample-notes.ts";

type EntryKind = Exclude<CaptureKind, "action">;

/** Written down in a meeting, `seconds` after its notes were started, or on a day counted from today. */
type EntryStory = readonly [
  kind: EntryKind,
  when: readonly [meeting: HeldKey, seconds: number] | readonly [days: number, time: TimeOfDay],
  text: string,
];

const thread: readonly EntryStory[] = [
  [
    "thought",
    [-361, "21:30"],
    "I close forty tickets a week and could not say what I built this year. That is the sentence I want to get rid of.",
  ],
  ["advice", ["coffee-1", 1_120], "Draw first. The title comes after somebody noticed the drawings."],
  ["question", ["coffee-1", 1_540], "Where do I want to stand in two years?"],
  [
    "thought",
    [-336, "19:05"],
    "Counted what I enjoyed this week: two of three were puzzles that crossed a system border.",
  ],
  ["decision", [-304, "20:40"], "I want to become a technical architect, and I want to do it here."],
  [
    "advice",
    ["coffee-2", 1_020],
    "Start with the gap you can close alone, so that you never wait for permission.",
  ],
  [
    "win",
    [-262, "18:20"],
    "Language course finished, all fourteen evenings. The last exercise ran at the first try.",
  ],
  [
    "thought",
    [-231, "07:55"],
    "Read the order service on the train. I follow it now, apart from the error handling, where everybody seems to do what they like.",
  ],
  [
    "thought",
    [-187, "17:10"],
    "Third review watched. The good questions are all about failure: slow, twice, gone.",
  ],
  [
    "feedback",
    ["coffee-3", 2_400],
    "You see more than you say. Write it down the same day, then you can say it the day after.",
  ],
  [
    "win",
    [-158, "12:35"],
    "Told the team that the nightly import would collide with the price update. It would have. Nobody had to be woken.",
  ],
  [
    "decision",
    ["coffee-4", 870],
    "We work together as mentor and mentee, for half a year, with an end that we talk about early.",
  ],
  ["win", [-101, "16:15"], "Martin said yes: the returns fix is mine, code and all."],
  [
    "decision",
    ["kickoff", 2_610],
    "Three goals: a design others build from, code a reviewer trusts, talking in the first ten minutes.",
  ],
  [
    "advice",
    ["kickoff", 3_210],
    "Bring a question that can be answered in the time we have. The rest can be a letter.",
  ],
  [
    "feedback",
    ["kickoff", 3_480],
    "You described your work with “just” five times. Take it out and read the sentences again.",
  ],
  ["win", [-76, "15:20"], "Found the two integrations that nobody owns. Both have an owner now."],
  [
    "decision",
    ["check-in-2", 1_260],
    "First learn what a silent day costs for each connection, then fix in that order.",
  ],
  [
    "advice",
    ["check-in-2", 1_880],
    "Ask for something with edges: two sessions of an hour. It is easier to grant than “whenever it suits you”.",
  ],
  [
    "win",
    ["check-in-3", 1_410],
    "Switched off the account of a person who left two years ago. Nothing broke, two people said thank you.",
  ],
  [
    "thought",
    [-50, "18:45"],
    "Jonas drew the billing retries from memory, on a napkin. If he is ill, so is our billing.",
  ],
  ["win", [-52, "17:30"], "First change merged! Forty lines, nine comments, one of them was a compliment."],
  ["advice", ["check-in-4", 1_530], "Name the trade-off before you name the option."],
  ["question", ["check-in-4", 2_150], "Which of my options would I be sad to lose?"],
  [
    "thought",
    [-35, "08:20"],
    "The integration team moves under platform. My first thought was for the goals, not for my desk. Good sign.",
  ],
  [
    "decision",
    ["calibration", 1_330],
    "Reporting is dropped, handing over admin work is added. The other three goals stand.",
  ],
  ["advice", ["calibration", 2_890], "Small pull requests, one idea each. A reviewer can hold one idea."],
  [
    "feedback",
    ["calibration", 2_240],
    "You are not giving away the work, you are giving away being needed for it.",
  ],
  [
    "win",
    [-25, "14:05"],
    "Disagreed in writing about the shared order table. Two people answered with arguments, one changed the plan.",
  ],
  [
    "thought",
    [-23, "19:30"],
    "Access requests are 22 tickets a week that only I can solve. That is not a skill, that is a bottleneck with my name on it.",
  ],
  [
    "feedback",
    [-15, "11:40"],
    "Asked two reviewers about my questions. Both: clear and kind, sometimes too late in the meeting.",
  ],
  [
    "decision",
    ["check-in-6", 2_480],
    "The guild talk covers order sync only, and comes one week later than planned.",
  ],
  [
    "advice",
    ["check-in-6", 1_390],
    "Send the record before the talk, so that they argue with the decision and not with the drawing.",
  ],
  [
    "feedback",
    ["check-in-6", 1_690],
    "You arrive with the question already narrowed, keep that. You apologise before you disagree: try it with the disagreement first.",
  ],
  [
    "win",
    [-10, "16:55"],
    "Priya solved her first whole day of access requests. She asked me once, and it was a good question.",
  ],
  ["question", [-9, "20:05"], "When did you last throw a design away?"],
  [
    "thought",
    [-8, "21:15"],
    "Event contracts: give the event a version and drop two fields that nobody reads. The chapter paid for itself by page ten.",
  ],
  [
    "win",
    [-7, "17:05"],
    "The returns fix is merged, after two review rounds. Five comments on average now, it was nine.",
  ],
  ["question", [-6, "12:50"], "What would you have drawn first?"],
  ["question", [-3, "22:10"], "What do architects earn here, and how do I ask about it?"],
  [
    "thought",
    [-1, "18:30"],
    "Said “just a small thing” before a comment that was not small, again. Nobody minded the comment. Next time without the softener.",
  ],
];

/** What was said, decided, learned and thought over a year. */
export function threadWrites(
  clock: SampleClock,
  mentorshipId: Id,
  held: Record<HeldKey, HeldTimes>,
): PastWrite[] {
  return thread.map(([kind, when, text], index) => {
    const [where, moment] = when;
    const meeting = typeof where === "string" ? held[where] : undefined;
    const atSeconds = typeof moment === "number" ? moment : null;
    const at =
      typeof where === "number" && typeof moment === "string"
        ? clock.at(where, moment)
        : (meeting?.startedAt ?? clock.now) + (atSeconds ?? 0) * 1_000;
    return {
      table: "entries",
      id: `sample-entry-${String(index + 1).padStart(2, "0")}`,
      patch: { mentorshipId, meetingId: meeting?.id ?? null, atSeconds, kind, text },
      at,
      did: "addEntry",
    };
  });
}
