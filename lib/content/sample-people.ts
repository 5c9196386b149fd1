import type { Id, TimeOfDay } from "@/lib/domain/envelope.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { SampleClock } from "./sample-clock.ts";

const jonas = "sample-person-jonas";
const ines = "sample-person-ines";
const tobias = "sample-person-tobias";

/** Those of the story beside the two of the mentorship. */
export const samplePeople: readonly Id[] = [jonas, ines, tobias];

/** What was written about whom, on a day counted from today. */
type PersonStory = readonly [
  id: Id,
  days: number,
  time: TimeOfDay,
  patch: Partial<Person>,
  added?: "addPerson",
];

const stories = (amara: Id): readonly PersonStory[] => [
  [
    amara,
    -360,
    "19:10",
    {
      role: "Principal architect",
      howMet: "She asked the best question after the operations talk. I answered it two days later, by mail.",
      timeZone: "Europe/Lisbon",
    },
  ],
  [
    amara,
    -336,
    "19:20",
    {
      journey:
        "Electrical engineering in Lagos, a doctorate about failure, ten years of payment systems. Architect since 2016, and still reviews code on Fridays.",
      excites:
        "Systems that fail in public and come back. Drawings with few arrows. People who say “I don’t know”.",
      links: "https://example.org/talks/failing-well\namara.okafor@example.org",
    },
  ],
  [
    amara,
    -300,
    "20:05",
    { priorities: "The payments migration, before anything else. Finding two more reviewers for the guild." },
  ],
  [
    amara,
    -83,
    "18:30",
    {
      priorities:
        "Fewer silent failures between teams. A guild that works without her. Wants to hear what operations sees first.",
    },
  ],
  [amara, -70, "18:10", { notes: "Answers best before ten. Likes the question in writing a day ahead." }],
  [
    ines,
    -20,
    "20:15",
    {
      name: "Ines Marques",
      role: "Engineering manager, logistics",
      candidate: true,
      experience: 3,
      time: 4,
      willingness: 5,
      notes:
        "For the way after the architect role: how one leads without deciding everything. Offered it herself.",
    },
    "addPerson",
  ],
  [
    tobias,
    -19,
    "12:20",
    {
      name: "Tobias Lindqvist",
      role: "Domain architect, payments",
      candidate: true,
      experience: 5,
      time: 2,
      notes: "Knows every contract between the systems. Has three mentees already.",
    },
    "addPerson",
  ],
  [
    jonas,
    -46,
    "17:35",
    {
      name: "Jonas Brandt",
      role: "Billing, since before it was a team",
      howMet: "He drew the billing retries on a napkin when I asked what happens at midnight.",
      excites: "Being asked before things break.",
    },
    "addPerson",
  ],
];

/** Who is who in the story, two who may become mentors one day, and how the first half-year went. */
export function peopleWrites(
  clock: SampleClock,
  { mentorshipId, amara }: { mentorshipId: Id; amara: Id },
): PastWrite[] {
  return [
    ...stories(amara).map(([id, days, time, patch, added]): PastWrite => ({
      table: "people",
      id,
      patch,
      at: clock.at(days, time),
      did: added ?? "editPerson",
    })),
    {
      table: "entries",
      id: "sample-entry-lesson",
      patch: {
        mentorshipId,
        kind: "lesson",
        text: "Asking for something with edges works. Two hours were granted within a day, “whenever it suits you” took three weeks.",
      },
      at: clock.at(-37, "19:15"),
      did: "addEntry",
    },
    {
      table: "entries",
      id: "sample-entry-outcome",
      patch: {
        mentorshipId,
        kind: "outcome",
        text: "Every integration has an owner, and the map hangs in the team room.",
      },
      at: clock.at(-60, "16:40"),
      did: "addEntry",
    },
    {
      table: "topics",
      id: "sample-topic-batch",
      patch: { fromTable: "milestones", fromId: "sample-milestone-guild" },
      at: clock.at(-2, "21:05"),
      did: "addTopic",
    },
    {
      table: "reviews",
      id: "sample-review-coffees",
      patch: {
        mentorshipId,
        kind: "closing",
        on: clock.on(-94),
        goalsMet: 3,
        expectationsMet: null,
        relationship: 5,
        lessons:
          "A coffee without a question is a coffee. The two that had one changed what I did the week after.",
        text: "We close the half-year of coffees and begin something with an end. I never had to be cleverer than I was.",
      },
      at: clock.at(-94, "20:30"),
      did: "addReview",
    },
  ];
}
