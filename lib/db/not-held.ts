import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { optionalLineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

/** What a person says of a meeting that was not held: a reason, and at whose wish. Empty for neither. */
export interface NotHeldForm {
  why: string;
  by: Owner | "";
}

/** Why a meeting was not held, or not then, and at whose wish. */
export type NotHeld = Partial<Pick<Meeting, "notHeldWhy" | "notHeldBy">>;

export function notHeldFrom({ why, by }: NotHeldForm): NotHeld {
  return { notHeldWhy: optionalLineFrom(why) || null, notHeldBy: by || null };
}

/** Says why a meeting was not held, and at whose wish. */
export function explainMeeting(db: MilepostDb, id: Id, why: NotHeldForm): Promise<Id | null> {
  const patch = notHeldFrom(why);
  return mutate(db, { did: "explainMeeting" }, () => [{ table: "meetings", id, patch }]);
}
