import type { Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { MilepostDb } from "./database.ts";
import { optionalLineFrom, textFrom } from "./input.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/** What the user said of themselves, once for all mentorships; `undefined` where they said nothing. */
export async function ownRow(db: MilepostDb): Promise<Person | undefined> {
  const me = (await db.metaOf("identity"))?.me;
  const row = me ? await db.people.get(me) : undefined;
  return row?.deletedAt ? undefined : row;
}

/** Changes what the user does now and where they want to be. An empty text takes it away. */
export function editSelf(db: MilepostDb, edit: { role?: string; ambition?: string }): Promise<Id | null> {
  return mutate(db, { did: "editPerson" }, async () => {
    const { me } = await ensureIdentity(db);
    const patch: Partial<Person> = {
      // Who never gave a name has no row yet.
      ...((await db.people.get(me)) ? {} : { name: "" }),
      ...(edit.role === undefined ? {} : { role: optionalLineFrom(edit.role) || null }),
      ...(edit.ambition === undefined ? {} : { ambition: textFrom(edit.ambition.trim()) || null }),
    };
    return [{ table: "people", id: me, patch }];
  });
}

/** Changes the role that a mentorship leads to, and what is noted of the organisation around it. */
export function editSurroundings(
  db: MilepostDb,
  id: Id,
  edit: { targetRole?: string; context?: string },
): Promise<Id | null> {
  return mutate(db, { did: "editMentorship" }, () => {
    const patch: Partial<Mentorship> = {
      ...(edit.targetRole === undefined ? {} : { targetRole: optionalLineFrom(edit.targetRole) || null }),
      ...(edit.context === undefined ? {} : { context: textFrom(edit.context.trim()) || null }),
    };
    return [{ table: "mentorships", id, patch }];
  });
}
