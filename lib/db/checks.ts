import type { Check } from "@/lib/domain/check.ts";
import { checkId } from "@/lib/domain/checklist.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { nextOrder } from "./lines.ts";

/** A shipped item of a checklist, which has no row before something is done with it. */
export interface ShippedCheck {
  mentorshipId: Id;
  stage: Stage;
  item: string;
}

/** Ticks a shipped item, on a day, or opens it again with `null`. */
export function tickShipped(db: MilepostDb, check: ShippedCheck, doneOn: Day | null): Promise<Id | null> {
  return writeShipped(db, check, { doneOn });
}

/** Puts a shipped item away, or brings it back. What was ticked stays ticked. */
export function hideShipped(db: MilepostDb, check: ShippedCheck, hidden: boolean): Promise<Id | null> {
  return writeShipped(db, check, { hidden });
}

function writeShipped(
  db: MilepostDb,
  { mentorshipId, stage, item }: ShippedCheck,
  patch: Partial<Check>,
): Promise<Id | null> {
  const id = checkId(mentorshipId, item);
  return mutate(db, { did: "setCheck" }, async () => {
    // An undo may have left its row in the trash.
    const born = await db.checks.get(id);
    const whole = { mentorshipId, stage, item, text: "", doneOn: null, hidden: false, order: 0 };
    return [
      { table: "checks", id, patch: { ...(born && !born.deletedAt ? {} : fresh(born, whole)), ...patch } },
    ];
  });
}

function fresh(trashed: Check | undefined, whole: Partial<Check>): Partial<Check> {
  return trashed ? { ...whole, deletedAt: null } : whole;
}

/** Ticks an item of one's own, on a day, or opens it again with `null`. */
export function tickOwn(db: MilepostDb, id: Id, doneOn: Day | null): Promise<Id | null> {
  return mutate(db, { did: "setCheck" }, () => [{ table: "checks", id, patch: { doneOn } }]);
}

/** Adds an item of one's own to the checklist of a stage. */
export function addCheck(db: MilepostDb, mentorshipId: Id, stage: Stage, text: string): Promise<Id | null> {
  return mutate(db, { did: "addCheck" }, async () => {
    if (!(await db.mentorships.get(mentorshipId))) throw new UserError("notFound");
    const rows = await db.checks.where("mentorshipId").equals(mentorshipId).toArray();
    const order = nextOrder(rows);
    const patch = { mentorshipId, stage, item: "", text: lineFrom(text), doneOn: null, hidden: false, order };
    return [{ table: "checks", id: db.newId(), patch }];
  });
}

export function editCheck(db: MilepostDb, id: Id, text: string): Promise<Id | null> {
  return mutate(db, { did: "setCheck" }, () => [{ table: "checks", id, patch: { text: lineFrom(text) } }]);
}

/** Moves an item of one's own to the trash. */
export function removeCheck(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "setCheck" }, () => [{ table: "checks", id, patch: { deletedAt: db.now() } }]);
}

/** Puts a hint or a suggestion away for good. */
export function dismissHint(db: MilepostDb, mentorshipId: Id, item: string): Promise<Id | null> {
  return mutate(db, { did: "dismissHint" }, () => [
    {
      table: "checks",
      id: checkId(mentorshipId, item),
      patch: {
        mentorshipId,
        stage: null,
        item,
        text: "",
        doneOn: null,
        hidden: true,
        order: 0,
        deletedAt: null,
      },
    },
  ]);
}
