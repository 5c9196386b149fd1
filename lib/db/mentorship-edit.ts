import type { Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Role, ScopeType } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, reasonFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

/** What is given of it is changed. Days are `YYYY-MM-DD` or empty for none; `reason` goes into the history. */
export interface MentorshipEdit {
  role?: Role;
  scope?: string;
  scopeType?: ScopeType | null;
  startsOn?: string;
  endsOn?: string;
  reviewOn?: string;
  reason?: string;
}

/**
 * Changes what a mentorship is for, the user's role in it, and its days.
 * @throws UserError `endBeforeStart`, or for a day that does not exist
 */
export function editMentorship(db: MilepostDb, id: Id, edit: MentorshipEdit): Promise<Id | null> {
  const patch: Partial<Mentorship> = {
    ...(edit.role === undefined ? {} : { role: edit.role }),
    ...(edit.scope === undefined ? {} : { scope: textFrom(edit.scope).trim() }),
    ...(edit.scopeType === undefined ? {} : { scopeType: edit.scopeType }),
    ...(edit.startsOn === undefined ? {} : { startsOn: neededDayFrom(edit.startsOn) }),
    ...(edit.endsOn === undefined ? {} : { endsOn: dayFrom(edit.endsOn) }),
    ...(edit.reviewOn === undefined ? {} : { reviewOn: dayFrom(edit.reviewOn) }),
  };
  return mutate(db, { did: "editMentorship", ...reasonFrom(edit.reason) }, async () => {
    const mentorship = await db.mentorships.get(id);
    if (!mentorship) throw new UserError("notFound");
    const { startsOn, endsOn } = { ...mentorship, ...patch };
    const daysChange = patch.startsOn !== undefined || patch.endsOn !== undefined;
    if (daysChange && endsOn && endsOn < startsOn) throw new UserError("endBeforeStart");
    return [{ table: "mentorships", id, patch }];
  });
}

function neededDayFrom(value: string) {
  const on = dayFrom(value);
  if (!on) throw new UserError("badDate");
  return on;
}

/**
 * What one mentorship says differently about reminders. What is not given stays as it is; no leads at all are those of
 * the general rule.
 */
export function setMentorshipRules(
  db: MilepostDb,
  id: Id,
  rules: NonNullable<Mentorship["reminders"]>,
): Promise<Id | null> {
  return mutate(db, { did: "setReminders" }, async () => {
    const mentorship = await db.mentorships.get(id);
    if (!mentorship) throw new UserError("notFound");
    const reminders = { ...mentorship.reminders };
    for (const [kind, rule] of Object.entries(rules)) {
      const { leads, ...rest } = { ...reminders[kind], ...rule };
      reminders[kind] = leads?.length ? { ...rest, leads } : rest;
    }
    return [{ table: "mentorships", id, patch: { reminders } }];
  });
}

export function setTouch(
  db: MilepostDb,
  id: Id,
  touch: Pick<Partial<Mentorship>, "touchEveryWeeks" | "touchedOn">,
): Promise<Id | null> {
  return mutate(db, { did: touch.touchedOn ? "keepTouch" : "setReminders" }, () => [
    { table: "mentorships", id, patch: touch },
  ]);
}

/** News from somebody whose mentorship is over is welcome now and then, not often. */
const newsEveryWeeks = 12;

/**
 * What the other person said to "May I keep you updated?", `null` for not asked. A yes brings a rhythm with it, where
 * there is none yet; after a no nobody is reminded to be in touch.
 */
export function answerKeepUpdated(
  db: MilepostDb,
  id: Id,
  keepUpdated: "yes" | "no" | null,
): Promise<Id | null> {
  return mutate(db, { did: "setReminders" }, async () => {
    const mentorship = await db.mentorships.get(id);
    if (!mentorship) throw new UserError("notFound");
    const { touchEveryWeeks } = mentorship;
    const rhythm = keepUpdated === "yes" && !touchEveryWeeks ? { touchEveryWeeks: newsEveryWeeks } : {};
    return [{ table: "mentorships", id, patch: { keepUpdated, ...rhythm } }];
  });
}
