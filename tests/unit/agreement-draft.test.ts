import { expect, test } from "vitest";
import { agreementSections } from "@/lib/domain/agreement.ts";
import { type AgreementFacts, copyOf, prefill } from "@/lib/domain/agreement-draft.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { draftWords } from "@/lib/state/agreement-words.ts";
import { someAgreement } from "./some-agreement.ts";

const common = { author: "me", space: "personal", visibility: "private" as const, createdAt: 0 };
const mentorship: Mentorship = {
  ...common,
  id: "s1",
  role: "mentee",
  meId: "me",
  partnerId: "them",
  destination: "Become a technical architect",
  visits: [{ stage: "prepare", fromOn: "2026-08-31" }],
  startsOn: "2026-08-31",
  cadence: { every: 2, unit: "week" },
};
const goal = (title: string, changed: Partial<Goal> = {}): Goal => ({
  ...common,
  id: title,
  mentorshipId: "s1",
  title,
  status: "open",
  order: 0,
  ...changed,
});
const item = (
  kind: InventoryItem["kind"],
  text: string,
  changed: Partial<InventoryItem> = {},
): InventoryItem => ({
  ...common,
  id: text,
  kind,
  text,
  hidden: false,
  order: 0,
  ...changed,
});
const facts: AgreementFacts = { mentorship, goals: [], metrics: [], inventory: [], expectations: [] };
const words = draftWords({ role: "mentee", myName: "Carla Mendes", partnerName: "Dr. Amara Okafor" });
const bare = { ...words, clauses: {} };

test("a first draft is filled with goals, measures, scope, offers, ground rules and expectations", () => {
  const draft = prefill(
    {
      ...facts,
      mentorship: { ...mentorship, scope: "From administration to architecture", targetRole: "Architect" },
      goals: [
        goal("Design an integration", { outcome: "A design accepted without rework" }),
        goal("Learn reporting", { status: "dropped" }),
        goal("Speak up", { measure: "One review chaired" }),
      ],
      metrics: [
        {
          ...common,
          id: "x",
          mentorshipId: "s1",
          name: "Comments",
          unit: "per change",
          direction: "lower",
          baseline: 9,
          target: 4,
          order: 0,
        },
      ],
      inventory: [
        item("offer", "A tour of the admin tools"),
        item("groundRule", "Cameras may be off"),
        item("strength", "Patience"),
        item("offer", "Of another mentorship", { mentorshipId: "s2" }),
      ],
      expectations: [
        {
          ...common,
          id: "e",
          mentorshipId: "s1",
          about: "Answers",
          mine: "Within two days",
          theirs: "",
          state: "open",
          order: 0,
        },
      ],
    },
    bare,
  );
  expect(draft).toMatchObject({
    priorities: "1. Design an integration\n2. Speak up",
    focus: "From administration to architecture\n\nTowards: Architect",
    measures: "- Comments: from 9 to 4 per change\n- A design accepted without rework\n- One review chaired",
    reciprocity: "- A tour of the admin tools",
    groundRules: "- Cameras may be off",
    roles: "- Answers: Within two days",
    cadence: { every: 2, unit: "week" },
    startsOn: "2026-08-31",
  });
});

test("without a date the review is planned six months after the start, on the last day of a shorter month", () => {
  expect(prefill(facts, bare).reviewOn).toBe("2027-02-28");
  const known = { ...mentorship, reviewOn: "2026-12-24" };
  expect(prefill({ ...facts, mentorship: known }, bare).reviewOn).toBe("2026-12-24");
});

test("ground rules begin with the source’s example, and clauses stand beside what is known", () => {
  const draft = prefill({ ...facts, inventory: [item("groundRule", "Cameras may be off")] }, words);
  expect(draft.groundRules).toMatch(/^- Cameras may be off\n- On time and prepared\.\n- We speak openly/u);
  expect(draft.ending).toMatch(/without blame/u);
  expect(draft.concerns).toMatch(/^- If one of us is worried/u);
  expect(draft.accommodations).toBe("");
});

test("a line of this mentorship stands in the place of the general one, and one that is hidden takes it out", () => {
  const inventory = [
    item("offer", "General"),
    item("offer", "Own", { mentorshipId: "s1", replacesId: "General" }),
    item("offer", "Unwanted"),
    item("offer", "No", { mentorshipId: "s1", replacesId: "Unwanted", hidden: true }),
  ];
  expect(prefill({ ...facts, inventory }, bare).reciprocity).toBe("- Own");
});

test("nothing that is not known is made up", () => {
  const draft = prefill(facts, bare);
  const written = agreementSections.filter((section) => draft[section]);
  expect(written).toEqual(["focus"]);
});

test("the next version begins as a copy, without names, days and reasons", () => {
  const row = someAgreement({
    priorities: "1. One",
    cadence: { every: 1, unit: "month" },
    reviewOn: "2027-02-28",
    status: "agreed",
    myName: "Carla",
    agreedByMeOn: "2026-09-01",
    reason: "A new team",
    baseline: "{}",
  });
  // What was set elsewhere since is not set back by the next version.
  expect(copyOf(row, { reviewOn: "2027-06-30" }).reviewOn).toBe("2027-06-30");
  const copy = copyOf(row, row);
  expect(copy).toMatchObject({
    priorities: "1. One",
    cadence: { every: 1, unit: "month" },
    reviewOn: "2027-02-28",
  });
  for (const field of ["status", "myName", "agreedByMeOn", "reason", "baseline", "id"]) {
    expect(copy).not.toHaveProperty(field);
  }
});
