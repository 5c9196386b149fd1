import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Remindable } from "@/lib/domain/remindable.ts";
import type { Reminder } from "@/lib/domain/reminder.ts";
import { leadFrom } from "@/lib/domain/lead-words.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, optionalLineFrom, timeFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

/** A reminder as its form gives it: `before` the moment of the record ("2 days 3 hours"), or at a time of a day. */
export interface ReminderForm {
  text: string;
  how: "before" | "at";
  before: string;
  on: string;
  time: string;
  /** Comes again: every so many of these; empty for once. */
  every: { count: number; unit: "day" | "week" | "month" } | null;
  urgent: boolean;
}

/**
 * @param about `null` for one that stands by itself
 * @throws UserError `badLead`, `badDate`, `badTime`; `noMoment` where the record has no date to stand before
 */
export async function addReminder(
  db: MilepostDb,
  about: { table: Remindable; id: Id } | null,
  form: ReminderForm,
): Promise<{ id: Id; act: Id | null }> {
  const patch = patchFrom(form);
  const id = db.newId();
  const act = await mutate(db, { did: "addReminder" }, async () => {
    const row = about && ((await db.table(about.table).get(about.id)) as AboutRow | undefined);
    if (about && (!row || row.deletedAt)) throw new UserError("notFound");
    if (form.how === "before" && !(row?.dueOn || row?.startsTime)) throw new UserError("noMoment");
    return [
      {
        table: "reminders",
        id,
        patch: {
          kind: "own",
          status: "open",
          mentorshipId: row?.mentorshipId ?? null,
          aboutTable: about?.table ?? null,
          aboutId: about?.id ?? null,
          ...patch,
        },
      },
    ];
  });
  return { id, act };
}

interface AboutRow {
  mentorshipId?: Id | null;
  dueOn?: string | null;
  startsTime?: string;
  deletedAt?: Instant | null;
}

function patchFrom(form: ReminderForm): Partial<Reminder> {
  const common = { text: optionalLineFrom(form.text), urgent: form.urgent };
  if (form.how === "before") {
    const beforeMinutes = leadFrom(form.before);
    if (beforeMinutes === null) throw new UserError("badLead");
    return { ...common, beforeMinutes };
  }
  const on = dayFrom(form.on);
  if (!on) throw new UserError("badDate");
  const again = form.every ? { every: form.every.count, unit: form.every.unit } : {};
  return { ...common, on, time: timeFrom(form.time), ...again };
}

export function removeReminder(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeReminder" }, () => [
    { table: "reminders", id, patch: { deletedAt: db.now() } },
  ]);
}
