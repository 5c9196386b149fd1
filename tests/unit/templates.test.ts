import { describe, expect, test } from "vitest";
import { shippedTemplates } from "@/lib/content/templates/templates.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import { RoadmapTemplate } from "@/lib/domain/roadmap-template.ts";
import { datedGoals, templateGoals, templateSize } from "@/lib/domain/template-dates.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { phases } from "@/lib/domain/vocabulary.ts";
import { readTemplate, templateFile } from "@/lib/formats/template-file.ts";
import { someMilestone } from "./some.ts";

const file = (text: string): Blob => new Blob([text]);
const named = (key: string) => shippedTemplates.find((template) => template.key === key);

describe("the roadmaps that ship", () => {
  test("are at least eight, each with a name of its own and everything a roadmap needs", () => {
    expect(shippedTemplates.length).toBeGreaterThanOrEqual(8);
    expect(new Set(shippedTemplates.map(({ key }) => key)).size).toBe(shippedTemplates.length);
    expect(new Set(shippedTemplates.map(({ name }) => name)).size).toBe(shippedTemplates.length);
    for (const { key, ...template } of shippedTemplates) {
      const row = {
        ...template,
        id: key,
        author: "me",
        space: "personal",
        visibility: "private",
        createdAt: 0,
      };
      expect(RoadmapTemplate.safeParse(row), key).toMatchObject({ success: true });
      expect(template.about, key).not.toBe("");
    }
  });

  test.each(shippedTemplates.flatMap(({ name, goals }) => goals.map((goal) => [name, goal] as const)))(
    "%s: its milestones come in order, from discovery to mastery, and say what can be shown",
    (_, goal) => {
      const days = goal.milestones.map(({ day }) => day);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
      const walk = goal.milestones.map(({ phase }) => phases.indexOf(phase));
      expect(walk).toEqual(walk.toSorted((a, b) => a - b));
      expect(new Set(walk)).toEqual(new Set([0, 1, 2, 3]));
      expect(goal.outcome).toBeTruthy();
      expect(goal.horizon).toBeTruthy();
    },
  );

  test("the two worked examples have one goal with exactly five and exactly four steps", () => {
    expect(named("first-job")?.goals.map((goal) => goal.milestones.length)).toEqual([5]);
    expect(named("new-role")?.goals.map((goal) => goal.milestones.length)).toEqual([4]);
  });
});

test("a template is dated from its first day, over month ends, leap days and clock changes", () => {
  const [goal] = datedGoals(
    [
      {
        title: "G",
        kind: "other",
        milestones: [0, 1, 29, 60].map((day) => ({
          title: `${day}`,
          phase: "practice",
          day,
          owner: "me",
          must: false,
        })),
      },
    ],
    "2028-01-31",
  );
  expect(goal?.milestones.map(({ dueOn }) => dueOn)).toEqual([
    "2028-01-31",
    "2028-02-01",
    "2028-02-29",
    "2028-03-31",
  ]);
  expect(goal).toMatchObject({ startsOn: "2028-01-31", dueOn: "2028-03-31" });
});

describe("a roadmap as a template", () => {
  const goal = (changed: Partial<Goal> = {}): Goal => ({
    id: "g1",
    author: "me",
    space: "personal",
    visibility: "private",
    createdAt: 0,
    mentorshipId: "s1",
    title: "Lead",
    status: "open",
    order: 0,
    ...changed,
  });
  const planned = [
    someMilestone({ id: "a", title: "A", dueOn: "2026-09-15", status: "reached" }),
    someMilestone({ id: "b", title: "B", dueOn: null, order: 1, owner: "both", must: true }),
    someMilestone({ id: "c", title: "C", dueOn: "2026-10-01", order: 2, phase: "mastery" }),
    someMilestone({ id: "d", title: "D", status: "dropped", order: 3 }),
    someMilestone({ id: "e", title: "E", goalId: "g2" }),
  ];
  const made = (startsOn: string) =>
    templateGoals([goal({ kind: "soft" }), goal({ id: "g2", status: "dropped" })], planned, startsOn);

  test("is what was planned, not what became of it; what was dropped is left out", () => {
    expect(made("2026-09-01")).toEqual([
      {
        title: "Lead",
        kind: "soft",
        milestones: [
          { title: "A", phase: "discovery", day: 14, owner: "me", must: false },
          { title: "B", phase: "discovery", day: 14, owner: "both", must: true },
          { title: "C", phase: "mastery", day: 30, owner: "me", must: false },
        ],
      },
    ]);
  });
  test.each([
    ["the start of the mentorship", "2026-09-01", 14],
    ["the first date of the plan where that is earlier", "2026-11-01", 0],
    ["the first date of the plan where that comes much later", "2025-01-01", 0],
  ])("counts its days from %s", (_, startsOn, first) => {
    expect(made(startsOn)[0]?.milestones[0]?.day).toBe(first);
  });
  test("its size is told in goals, milestones and weeks", () => {
    expect(templateSize(made("2026-09-01"))).toEqual({ goals: 1, milestones: 3, weeks: 5 });
  });
});

describe("a template file", () => {
  test.each(shippedTemplates.map((template) => [template.name, template] as const))(
    "holds all of %s, and is read as it was written",
    async (_, { key, ...template }) => {
      expect(key).toBeTruthy();
      const read = await readTemplate(file(templateFile(template)));
      expect(read.name).toBe(template.name);
      expect(templateSize(read.goals)).toEqual(templateSize(template.goals));
      expect(read).toMatchObject(template);
    },
  );

  const good = {
    format: "milepost-template",
    schemaVersion: 1,
    name: "N",
    about: "",
    goals: [{ title: "G", kind: "soft", milestones: [{ title: "M", phase: "practice", day: 3 }] }],
  };
  const withGoal = (goal: object): object => ({ ...good, goals: [{ ...good.goals[0], ...goal }] });
  const withStep = (step: object): object =>
    withGoal({ milestones: [{ title: "M", phase: "practice", day: 3, ...step }] });

  test.each<[string, string, UserErrorCode]>([
    ["empty", "", "templateNotOurs"],
    ["no JSON", "hello", "templateNotOurs"],
    ["a list", "[]", "templateNotOurs"],
    ["nothing", "null", "templateNotOurs"],
    ["a backup", '{"format":"milepost-backup"}', "templateNotOurs"],
    ["cut off", JSON.stringify(good).slice(0, 60), "templateDamaged"],
    ["newer", JSON.stringify({ ...good, schemaVersion: 2 }), "templateNewer"],
    ["without a version", JSON.stringify({ ...good, schemaVersion: undefined }), "templateDamaged"],
    ["without a name", JSON.stringify({ ...good, name: "  " }), "templateDamaged"],
    ["without goals", JSON.stringify({ ...good, goals: [] }), "templateDamaged"],
    [
      "with too many goals",
      JSON.stringify({ ...good, goals: Array.from({ length: 51 }, () => good.goals[0]) }),
      "templateDamaged",
    ],
    [
      "with a title that is too long",
      JSON.stringify(withGoal({ title: "x".repeat(2_001) })),
      "templateDamaged",
    ],
    [
      "with a title that is an object",
      JSON.stringify(withGoal({ title: { toString: "x" } })),
      "templateDamaged",
    ],
    ["with a kind that is none", JSON.stringify(withGoal({ kind: "magic" })), "templateDamaged"],
    ["with a day before the first", JSON.stringify(withStep({ day: -1 })), "templateDamaged"],
    ["with a day in a thousand years", JSON.stringify(withStep({ day: 365_000 })), "templateDamaged"],
    ["with half a day", JSON.stringify(withStep({ day: 1.5 })), "templateDamaged"],
    ["with a phase that is none", JSON.stringify(withStep({ phase: "__proto__" })), "templateDamaged"],
    ["with a milestone without words", JSON.stringify(withStep({ title: " \n " })), "templateDamaged"],
    ["nested without end", "[".repeat(100_000), "templateNotOurs"],
  ])("that is %s is refused with the reason", async (_, text, code) => {
    await expect(readTemplate(file(text))).rejects.toThrow(new UserError(code));
  });
  test("that is larger than any is refused before it is read", async () => {
    await expect(readTemplate(file(" ".repeat(4_000_001)))).rejects.toThrow(
      new UserError("templateTooLarge"),
    );
  });
  test("brings nothing but what a template has, in one line each", async () => {
    const text = `{"__proto__":{"polluted":true},${JSON.stringify(withStep({ title: " two\n lines ", id: "x", evil: 1 })).slice(1)}`;
    const read = await readTemplate(file(text));
    expect(read.goals[0]?.milestones).toEqual([
      { title: "two lines", phase: "practice", day: 3, owner: "me", must: false },
    ]);
    expect("polluted" in {}).toBe(false);
  });
});
