import { isTimeZone } from "@/lib/domain/civil-time.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Person } from "@/lib/domain/person.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom, optionalLineFrom, textFrom } from "./input.ts";
import { ensureIdentity, mutate } from "./mutate.ts";

/** What the user is called here; empty where they never said. */
export async function ownName(db: MilepostDb): Promise<string> {
  const me = (await db.metaOf("identity"))?.me;
  const row = me ? await db.people.get(me) : undefined;
  return row && !row.deletedAt ? row.name : "";
}

export function setOwnName(db: MilepostDb, name: string): Promise<Id | null> {
  return mutate(db, { did: "setOwnName" }, async () => {
    const { me } = await ensureIdentity(db);
    return [{ table: "people", id: me, patch: { name: lineFrom(name, "emptyText"), deletedAt: null } }];
  });
}

/** Corrects what somebody is called. */
export function renamePerson(db: MilepostDb, id: Id, name: string): Promise<Id | null> {
  return mutate(db, { did: "renamePerson" }, () => [
    { table: "people", id, patch: { name: lineFrom(name, "emptyName") } },
  ]);
}

/** Takes somebody down: a peer, or somebody who may become a mentor. */
export async function addPerson(
  db: MilepostDb,
  person: { name: string; role?: string; candidate?: boolean },
): Promise<{ id: Id; act: Id | null }> {
  const id = db.newId();
  const act = await mutate(db, { did: "addPerson" }, () => [
    {
      table: "people",
      id,
      patch: {
        name: lineFrom(person.name, "emptyName"),
        role: optionalLineFrom(person.role ?? ""),
        candidate: person.candidate ?? false,
      },
    },
  ]);
  return { id, act };
}

/** Texts of a person that are written in their place, one at a time. */
export const personTexts = [
  "howMet",
  "journey",
  "excites",
  "priorities",
  "notes",
  "links",
  "ambition",
  "introWho",
  "introWhy",
  "introAsk",
  "introOffer",
] as const satisfies readonly (keyof Person)[];
export type PersonText = (typeof personTexts)[number];

export type PersonEdit = Partial<Record<PersonText, string>> & {
  name?: string;
  role?: string;
  /** An IANA name, empty for none. */
  timeZone?: string;
  candidate?: boolean;
  /** From 1 to 5; `null` takes a rating away. */
  experience?: number | null;
  time?: number | null;
  willingness?: number | null;
};

/**
 * Changes what is given of a person.
 * @throws UserError `badTimeZone` for a zone that this browser does not know
 */
export function editPerson(db: MilepostDb, id: Id, edit: PersonEdit): Promise<Id | null> {
  return mutate(db, { did: "editPerson" }, () => {
    const { name, role, timeZone, candidate, experience, time, willingness } = edit;
    const zone = timeZone?.trim();
    if (zone && !isTimeZone(zone)) throw new UserError("badTimeZone");
    const texts = personTexts.flatMap((field) => {
      const text = edit[field];
      return text === undefined ? [] : [[field, textFrom(text.trim())] as const];
    });
    const given = { candidate, experience, time, willingness };
    return [
      {
        table: "people",
        id,
        patch: {
          ...Object.fromEntries(texts),
          ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
          ...(name === undefined ? {} : { name: lineFrom(name, "emptyName") }),
          ...(role === undefined ? {} : { role: optionalLineFrom(role) }),
          ...(zone === undefined ? {} : { timeZone: zone || null }),
        },
      },
    ];
  });
}

/**
 * Moves somebody to the trash, and the mentorships with them, which mean nothing without them. What belongs to those is
 * out of sight with them; putting one of them back brings the person back too.
 */
export function removePerson(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removePerson" }, async () => {
    const deletedAt = db.now();
    const mentorships = await db.mentorships
      .filter((row) => row.partnerId === id && !row.deletedAt)
      .toArray();
    return [
      { table: "people", id, patch: { deletedAt } },
      ...mentorships.map((row): Write => ({ table: "mentorships", id: row.id, patch: { deletedAt } })),
    ];
  });
}

/**
 * Makes a candidate the mentor of a mentorship. Whoever stood there before stays among the people.
 * @throws UserError `notFound` if either is gone
 */
export function chooseMentor(db: MilepostDb, mentorshipId: Id, personId: Id): Promise<Id | null> {
  return mutate(db, { did: "chooseMentor" }, async () => {
    const [mentorship, person] = await Promise.all([
      db.mentorships.get(mentorshipId),
      db.people.get(personId),
    ]);
    if (!mentorship || mentorship.deletedAt || !person || person.deletedAt) throw new UserError("notFound");
    return [
      { table: "mentorships", id: mentorshipId, patch: { partnerId: personId } },
      { table: "people", id: personId, patch: { candidate: false } },
    ];
  });
}
