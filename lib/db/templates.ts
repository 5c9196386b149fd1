import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { mostGoals, mostMilestones, type RoadmapTemplate } from "@/lib/domain/roadmap-template.ts";
import { datedGoals, type TemplateContent, templateGoals } from "@/lib/domain/template-dates.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { goalsOf, milestonesOf } from "./goal-rows.ts";
import { dayFrom, lineFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

/** The person's own templates, by name. */
export async function ownTemplates(db: MilepostDb): Promise<RoadmapTemplate[]> {
  const rows = await db.templates.toArray();
  return rows.filter((row) => !row.deletedAt).toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * Starts a mentorship's roadmap from a template, or adds to it: goals and dated milestones, as one act.
 * @param startOn `YYYY-MM-DD`: the day that the milestones are counted from
 * @throws UserError `badDate` without a day, `notFound` without the mentorship
 */
export function applyTemplate(
  db: MilepostDb,
  mentorshipId: Id,
  template: TemplateContent,
  startOn: string,
): Promise<Id | null> {
  return mutate(db, { did: "applyTemplate" }, async () => {
    const start = dayFrom(startOn);
    if (!start) throw new UserError("badDate");
    const goals = datedGoals(template.goals, start);
    if (!(await db.mentorships.get(mentorshipId))) throw new UserError("notFound");
    const first = ((await goalsOf(db, mentorshipId)).at(-1)?.order ?? -1) + 1;
    return goals.flatMap(
      ({ milestones, title, why, outcome, kind, horizon, startsOn, dueOn }, place): Write[] => {
        const goalId = db.newId();
        const goal: Write = {
          table: "goals",
          id: goalId,
          patch: {
            mentorshipId,
            title: lineFrom(title),
            status: "open",
            kind,
            startsOn,
            dueOn,
            template: template.name,
            order: first + place,
            ...(why ? { why } : {}),
            ...(outcome ? { outcome } : {}),
            ...(horizon ? { horizon } : {}),
          },
        };
        const steps = milestones.map((milestone, order): Write => ({
          table: "milestones",
          id: db.newId(),
          patch: {
            mentorshipId,
            goalId,
            title: lineFrom(milestone.title),
            phase: milestone.phase,
            dueOn: milestone.dueOn,
            owner: milestone.owner,
            status: "open",
            order,
            ...(milestone.must ? { must: true } : {}),
          },
        }));
        return [goal, ...steps];
      },
    );
  });
}

/**
 * Saves the roadmap of a mentorship as a template.
 * @throws UserError `emptyText` without a name, `templateEmpty` without a milestone, `roadmapTooLarge` with more
 * than 50 goals or 500 milestones in one
 */
export function saveAsTemplate(
  db: MilepostDb,
  mentorshipId: Id,
  named: { name: string; about: string },
): Promise<Id | null> {
  return mutate(db, { did: "addTemplate" }, async () => {
    const name = lineFrom(named.name);
    const about = textFrom(named.about.trim());
    const mentorship = await db.mentorships.get(mentorshipId);
    if (!mentorship) throw new UserError("notFound");
    const [goals, milestones] = await Promise.all([
      goalsOf(db, mentorshipId),
      milestonesOf(db, mentorshipId),
    ]);
    const content = templateGoals(goals, milestones, mentorship.startsOn);
    if (!content.some((goal) => goal.milestones.length > 0)) throw new UserError("templateEmpty");
    if (content.length > mostGoals || content.some((goal) => goal.milestones.length > mostMilestones))
      throw new UserError("roadmapTooLarge");
    return [{ table: "templates", id: db.newId(), patch: { name, about, goals: content } }];
  });
}

/** Keeps a template that came in a file. */
export function addTemplate(db: MilepostDb, template: TemplateContent): Promise<Id | null> {
  const { name, about, goals } = template;
  return mutate(db, { did: "addTemplate" }, () => [
    { table: "templates", id: db.newId(), patch: { name: lineFrom(name), about: textFrom(about), goals } },
  ]);
}

export function renameTemplate(
  db: MilepostDb,
  id: Id,
  named: { name: string; about: string },
): Promise<Id | null> {
  return mutate(db, { did: "editTemplate" }, () => [
    {
      table: "templates",
      id,
      patch: { name: lineFrom(named.name), about: textFrom(named.about.trim()) },
    },
  ]);
}

export function removeTemplate(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeTemplate" }, () => [
    { table: "templates", id, patch: { deletedAt: db.now() } },
  ]);
}
