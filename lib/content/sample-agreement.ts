import { type Agreement, agreementSections } from "@/lib/domain/agreement.ts";
import { agreementTerms } from "@/lib/domain/agreement-text.ts";
import {
  type Baseline,
  baselineOf,
  type BaselineTable,
  baselineTables,
  baselineText,
} from "@/lib/domain/baseline.ts";
import { applyWrite, type Patch } from "@/lib/domain/change.ts";
import { addMonths } from "@/lib/domain/civil-time.ts";
import type { Day, Id, Instant, Stamped } from "@/lib/domain/envelope.ts";
import type { Expectation } from "@/lib/domain/expectation.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { SampleClock } from "./sample-clock.ts";

/** The days on which the two agreed, counted from today: a month of looking, then a change after the reorganisation. */
const firstOn = -84;
const againOn = -28;

type Sections = Pick<Agreement, (typeof agreementSections)[number]>;

const first: Sections = {
  priorities:
    "1. Stand up an integration design that others can build from.\n2. Write and ship production code that a reviewer trusts.",
  focus:
    "A move from system administration to a technical architect role, inside the company. Design of integrations, code reviews, and speaking up in rooms with senior engineers.",
  measures:
    "- One design accepted by the guild without rework, before the end of the year.\n- Comments per pull request from 9 to 4 by the end of December.\n- One design review chaired by February.",
  meetings:
    "Tuesdays at 15:00, by video. Every sixth week a milestone review of 60 minutes instead. Carla sends the topics the evening before. Whoever cannot come says so by noon and proposes a new time.",
  roles:
    "- Carla sets the topics, writes down what we decide, and does what was promised.\n- Amara listens, asks, tells of her own way, and says plainly what she sees.",
  duration: "Six months at first. Then we look whether to go on.",
  communication:
    "- Chat for small things, mail for what is to be kept, a call when it is urgent.\n- An answer within two working days, if only to say when.",
  groundRules:
    "- On time and prepared.\n- We speak openly and honestly, without defending ourselves, and with respect.",
  confidentiality:
    "What is said here stays here, and so do the notes. Nothing goes to either manager without both of us saying yes.",
  boundaries: "Pay and promotion are talked about with the managers, not here.",
  reciprocity:
    "- Carla shows Amara’s team the admin tools once a quarter.\n- A one-page brief before each review, so that an hour is enough.",
  feedback: "One thing that worked and one to try, at the end of each meeting, in both directions.",
  concerns: "If one of us is worried, we say it at the start of the next meeting, in one plain sentence.",
  ending:
    "Either of us can end this at any time, without giving a reason and without blame. We close with a last conversation and a thank you.",
  accommodations: "",
};

const again: Sections = {
  ...first,
  priorities: `${first.priorities}\n3. Hand over admin work, so that there is room for the first two.`,
  measures: first.measures.replace("by the end of December", "by the end of January"),
  duration: `${first.duration} If the goals are reached earlier we meet monthly, then each quarter.`,
};

interface ExpectationStory extends Pick<Expectation, "about" | "mine" | "theirs" | "state"> {
  key: string;
  /** In days from today. */
  looked: number;
}

const expectations: readonly ExpectationStory[] = [
  {
    key: "answers",
    about: "Answers between meetings",
    mine: "A short answer within two days, so that I am not stuck.",
    theirs: "Small questions in the chat, the others collected for the meeting.",
    state: "aligned",
    looked: -27,
  },
  {
    key: "candour",
    about: "How plainly we speak",
    mine: "Tell me when a design is bad, before I have spent a week on it.",
    theirs: "Show me drafts early enough that I can.",
    state: "realigned",
    looked: -14,
  },
  {
    key: "doors",
    about: "Opening doors",
    mine: "An introduction to the guild, and a word for me when it counts.",
    theirs: "I open a door when the work is there to be shown.",
    state: "toDiscuss",
    looked: -14,
  },
  {
    key: "preparing",
    about: "Preparing for meetings",
    mine: "Topics by the evening before.",
    theirs: "",
    state: "open",
    looked: -27,
  },
];

/**
 * Two versions of an agreement, each with the picture of the roadmap as it stood, and the board of expectations.
 * @param story all that happened beside it, in order of time
 */
export function agreementWrites(
  clock: SampleClock,
  mentorshipId: Id,
  me: Id,
  story: readonly PastWrite[],
): PastWrite[] {
  const goalsOf = (at: Instant) => roadmapAt(story, mentorshipId, me, at).goals;
  const firstAt = clock.at(firstOn, "19:00");
  const againAt = clock.at(againOn, "19:00");
  const known = new Set(goalsOf(firstAt).map(({ id }) => id));
  const agreedOn: PastWrite[] = [
    ...goalsOf(firstAt).map((goal) => goalAgreed(goal.id, clock, firstOn)),
    ...goalsOf(againAt)
      .filter(({ id }) => !known.has(id))
      .map((goal) => goalAgreed(goal.id, clock, againOn)),
  ];
  const whole = [...story, ...agreedOn].toSorted((a, b) => a.at - b.at);
  const versions = [
    {
      key: "agreement-1",
      version: 1,
      sections: first,
      begun: clock.at(firstOn - 3, "20:10"),
      at: firstAt,
      on: firstOn,
    },
    {
      key: "agreement-2",
      version: 2,
      sections: again,
      begun: clock.at(againOn - 1, "20:40"),
      at: againAt,
      on: againOn,
    },
  ].flatMap(({ key, version, sections, begun, at, on }): PastWrite[] => {
    const of = { table: "agreements" as const, id: `sample-${key}` };
    const terms = termsFor(clock);
    const reason = version === 1 ? "" : "The reorganisation added a third priority";
    return [
      {
        ...of,
        patch: { mentorshipId, version, status: "draft", ...sections, ...terms, reason },
        at: begun,
        did: "proposeAgreement",
        ...(reason ? { why: reason } : {}),
      },
      {
        table: "mentorships",
        id: mentorshipId,
        patch: { ...terms, agreementReviewedOn: clock.on(on), reciprocityReviewedOn: clock.on(on) },
        at,
        did: "agree",
      },
      {
        ...of,
        patch: {
          status: "agreed",
          myName: "Carla Mendes",
          theirName: "Dr. Amara Okafor",
          agreedByMeOn: clock.on(on),
          agreedByThemOn: clock.on(on),
          agreedAt: at,
          baseline: baselineText(roadmapAt(whole, mentorshipId, me, at)),
        },
        at,
        did: "agree",
      },
    ];
  });
  return [
    ...agreedOn,
    ...versions,
    ...expectations.flatMap((each, order) => expectationWrites(each, order, clock, mentorshipId)),
  ];
}

function termsFor(clock: SampleClock): Pick<Agreement, (typeof agreementTerms)[number]> & { startsOn: Day } {
  const startsOn = clock.on(-92);
  return {
    cadence: { every: 2, unit: "week" },
    meetingMinutes: 45,
    startsOn,
    endsOn: clock.on(-92 + 26 * 7),
    reviewOn: addMonths(startsOn, 6),
    agreementEveryWeeks: 12,
    expectationsEveryWeeks: 6,
    reciprocityEveryWeeks: 8,
  };
}

function goalAgreed(id: Id, clock: SampleClock, on: number): PastWrite {
  return { table: "goals", id, patch: { agreedOn: clock.on(on) }, at: clock.at(on, "19:00"), did: "agree" };
}

function expectationWrites(
  { key, looked, state, ...words }: ExpectationStory,
  order: number,
  clock: SampleClock,
  mentorshipId: Id,
): PastWrite[] {
  const of = { table: "expectations" as const, id: `sample-expectation-${key}` };
  return [
    {
      ...of,
      patch: { mentorshipId, ...words, state: "open", order },
      at: clock.at(firstOn, "18:50") + order * 60_000,
      did: "addExpectation",
    },
    {
      ...of,
      patch: { state, reviewedOn: clock.on(looked) },
      at: clock.at(looked, "21:00") + order * 60_000,
      did: "editExpectation",
    },
  ];
}

/** The roadmap as the writes up to a moment made it. */
function roadmapAt(story: readonly PastWrite[], mentorshipId: Id, me: Id, until: Instant): Baseline {
  const rows: Record<BaselineTable, Map<Id, Stamped & Patch>> = {
    goals: new Map(),
    milestones: new Map(),
    metrics: new Map(),
  };
  for (const { at, did, ...write } of story) {
    const table = baselineTables.find((each) => each === write.table);
    if (!table || at > until) continue;
    const context = { now: at, writer: "sample", author: me, act: "", did, last: undefined };
    const applied = applyWrite(rows[table].get(write.id), write, context);
    if (applied) rows[table].set(write.id, applied.row);
  }
  const of = (table: BaselineTable) => [...rows[table].values()];
  return baselineOf(
    { goals: of("goals"), milestones: of("milestones"), metrics: of("metrics") },
    mentorshipId,
  );
}
