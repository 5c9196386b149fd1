import type { Id } from "@/lib/domain/envelope.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import type { InventoryKind } from "@/lib/domain/vocabulary.ts";
import type { SampleClock } from "./sample-clock.ts";

/** What Carla noted down before she asked Amara, in the order of her lists. */
const noted: readonly { kind: InventoryKind; lines: readonly (string | { text: string; key: string })[] }[] =
  [
    {
      kind: "strength",
      lines: [
        "I stay calm when something breaks",
        "I know how every system here is really run",
        "I write things down so that others can use them",
      ],
    },
    {
      kind: "growth",
      lines: [
        { text: "Speak up while it still helps", key: "speak-up" },
        "Estimate work that I have not done before",
        "Let go of what others could do",
      ],
    },
    {
      kind: "preference",
      lines: ["Feedback in writing first, then a talk", "Mornings for thinking, afternoons for people"],
    },
    {
      kind: "offer",
      lines: ["How operations sees a release", "A rehearsal audience for Amara’s talks"],
    },
    {
      kind: "rapport",
      lines: [
        { text: "Ask how she came to choose integration", key: "how-she-came" },
        { text: "Tell her about the choir", key: "choir" },
        "Ask what she would do if it could not fail",
      ],
    },
    { kind: "idea", lines: ["A first design small enough to finish"] },
    { kind: "resource", lines: [{ text: "Something good on integration patterns", key: "patterns" }] },
    {
      kind: "support",
      lines: [{ text: "Somebody who knows the data platform", key: "data-platform" }, "A second reviewer"],
    },
    {
      kind: "opportunity",
      lines: [{ text: "Sit in when the guild decides", key: "guild" }, "Meet the head of platform"],
    },
    {
      kind: "groundRule",
      lines: ["On time and prepared", "Who cannot come says so by noon"],
    },
  ];

/** Competencies with what is needed and the ratings at the start and last week. */
const skills: readonly {
  key: string;
  name: string;
  needed: number;
  start: number;
  middle?: number;
  goal?: string;
}[] = [
  { key: "design", name: "Integration design", needed: 5, start: 2, middle: 3, goal: "integration" },
  { key: "code", name: "Production code", needed: 4, start: 1, middle: 3, goal: "code" },
  { key: "speaking", name: "Speaking up", needed: 4, start: 2, middle: 4, goal: "speak" },
  { key: "estimating", name: "Estimating", needed: 4, start: 3, middle: 3 },
  { key: "delegation", name: "Handing over", needed: 3, start: 2, goal: "handover" },
];

/** What Carla brought and wanted, how she rated herself, what she reads and what she practises. */
export function prepareWrites(clock: SampleClock, mentorshipId: Id, me: Id): PastWrite[] {
  return [
    {
      table: "people",
      id: me,
      patch: {
        role: "System administrator, eight years in operations",
        ambition:
          "In a year I design integrations that other people build from, and say no to a bad idea in the room.",
      },
      at: clock.at(-140, "20:02"),
      did: "editPerson",
    },
    {
      table: "mentorships",
      id: mentorshipId,
      patch: {
        targetRole: "Technical architect",
        context:
          "The integration team moved under platform this autumn. Designs are decided in the guild, each second Thursday; a word from Amara there opens doors.",
      },
      at: clock.at(-139, "20:10"),
      did: "editMentorship",
    },
    ...notedWrites(clock, mentorshipId),
    ...skillWrites(clock, mentorshipId),
    ...workWrites(clock, mentorshipId),
    {
      table: "expectations",
      id: "sample-expected-tried",
      patch: {
        mentorshipId,
        of: "me",
        about: "I expect of myself",
        mine: "To say what I tried before I ask",
        theirs: "",
        state: "open",
        order: 90,
      },
      at: clock.at(-137, "20:40"),
      did: "addExpectation",
    },
    {
      table: "expectations",
      id: "sample-expected-tried",
      patch: { reviewedOn: clock.on(-20) },
      at: clock.at(-20, "20:10"),
      did: "lookAgain",
    },
  ];
}

function notedWrites(clock: SampleClock, mentorshipId: Id): PastWrite[] {
  const startedAt = clock.at(-138, "20:15");
  const made = noted.flatMap(({ kind, lines }, list) =>
    lines.map((line, order): PastWrite => {
      const text = typeof line === "string" ? line : line.text;
      const key = typeof line === "string" ? `${kind.toLowerCase()}-${order}` : line.key;
      return {
        table: "inventory",
        id: `sample-noted-${key}`,
        patch: { mentorshipId, kind, text, hidden: false, order },
        at: startedAt + (list * 10 + order) * 60_000,
        did: "addInventoryItem",
      };
    }),
  );
  const since = (
    key: string,
    at: number,
    did: PastWrite["did"],
    patch: Partial<InventoryItem>,
  ): PastWrite => ({
    table: "inventory",
    id: `sample-noted-${key}`,
    patch,
    at,
    did,
  });
  const used = (key: string, day: number, meeting: string): PastWrite =>
    since(key, clock.at(day, "15:50"), "editInventoryItem", {
      usedOn: clock.on(day),
      usedInId: `sample-meeting-${meeting}`,
    });
  const became = (key: string, day: number, table: string, id: string, did: PastWrite["did"]): PastWrite =>
    since(key, clock.at(day, "18:20"), did, { becameTable: table, becameId: id });
  return [
    ...made,
    used("choir", -84, "kickoff"),
    used("how-she-came", -70, "check-in-2"),
    became("speak-up", -130, "goals", "sample-goal-speak", "addGoal"),
    became("patterns", -80, "resources", "sample-resource-patterns", "addResource"),
    became("data-platform", -13, "commitments", "sample-commitment-lena", "addCommitment"),
    became("guild", -60, "activities", "sample-activity-guild", "addActivity"),
  ];
}

function skillWrites(clock: SampleClock, mentorshipId: Id): PastWrite[] {
  const ratedAt = clock.at(-84, "20:30");
  const againAt = clock.at(-6, "20:30");
  return skills.flatMap((skill, order): PastWrite[] => {
    const { key, name, needed, start, middle, goal } = skill;
    const id = `sample-skill-${key}`;
    const minute = order * 60_000;
    return [
      {
        table: "skills",
        id,
        patch: { mentorshipId, name, needed, start, startOn: clock.on(-84), order },
        at: ratedAt + minute,
        did: "addSkill",
      },
      ...(goal
        ? [
            {
              table: "goals" as const,
              id: `sample-goal-${goal}`,
              patch: { skillIds: [id] },
              at: clock.at(-27, "20:30") + minute,
              did: "editSkill" as const,
            },
          ]
        : []),
      ...(middle
        ? [
            {
              table: "skills" as const,
              id,
              patch: { middle, middleOn: clock.on(-6) },
              at: againAt + minute,
              did: "editSkill" as const,
            },
          ]
        : []),
    ];
  });
}

function workWrites(clock: SampleClock, mentorshipId: Id): PastWrite[] {
  const resource = (key: string, day: number, patch: object): PastWrite => ({
    table: "resources",
    id: `sample-resource-${key}`,
    patch: { mentorshipId, state: "toDo", url: null, goalId: null, takeaway: null, ...patch },
    at: clock.at(day, "18:15"),
    did: "addResource",
  });
  const activity = (key: string, day: number, patch: object): PastWrite => ({
    table: "activities",
    id: `sample-activity-${key}`,
    patch: { mentorshipId, goalId: null, text: null, suggestion: null, ...patch },
    at: clock.at(day, "18:10"),
    did: "addActivity",
  });
  return [
    resource("patterns", -80, {
      title: "Enterprise Integration Patterns, the chapters on routing",
      kind: "reading",
      url: "https://www.enterpriseintegrationpatterns.com/",
      goalId: "sample-goal-integration",
      state: "done",
      takeaway: "Say who decides where a message goes before saying how it gets there.",
    }),
    resource("course", -75, {
      title: "Language course, the part on tests",
      kind: "course",
      goalId: "sample-goal-code",
      state: "doing",
    }),
    resource("meetup", -20, {
      title: "Architects’ evening of the local user group",
      kind: "event",
      goalId: "sample-goal-speak",
    }),
    activity("billing", -58, {
      title: "Shadow Jonas at the billing interface",
      kind: "shadowing",
      goalId: "sample-goal-integration",
      startsOn: clock.on(-46),
      state: "done",
      suggestion: "shadow",
      text: "He draws the failure first. I had never seen anybody begin there.",
    }),
    activity("guild", -60, {
      title: "Sit in when the guild decides",
      kind: "shadowing",
      goalId: "sample-goal-speak",
      startsOn: clock.on(-5),
      state: "doing",
    }),
    activity("present", -8, {
      title: "Present the order-sync design to the guild",
      kind: "practice",
      goalId: "sample-goal-integration",
      startsOn: clock.on(9),
      state: "toDo",
      suggestion: "present",
    }),
  ];
}
