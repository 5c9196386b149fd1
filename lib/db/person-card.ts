import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { Person } from "@/lib/domain/person.ts";
import { listed } from "@/lib/domain/relations.ts";
import { commitmentsOf } from "./commitment-rows.ts";
import type { MilepostDb } from "./database.ts";
import { logOf } from "./log.ts";
import { meetingsOf } from "./meeting-rows.ts";

export interface AllPeople {
  /** The user's own row, if they have one. */
  me: Person | undefined;
  people: Person[];
  /** Those that are not in the trash. */
  mentorships: Mentorship[];
  /** The meetings of those. */
  meetings: Meeting[];
}

/** Everybody who is in sight, with the mentorships with them and when those meet. */
export async function allPeople(db: MilepostDb): Promise<AllPeople> {
  const [identity, rows, all] = await Promise.all([
    db.metaOf("identity"),
    db.people.toArray(),
    db.mentorships.toArray(),
  ]);
  const mentorships = all.filter((row) => !row.deletedAt);
  const meetings = await Promise.all(mentorships.map((row) => meetingsOf(db, row.id)));
  return {
    me: rows.find((row) => row.id === identity?.me && !row.deletedAt),
    people: listed(rows, mentorships, identity?.me),
    mentorships,
    meetings: meetings.flat(),
  };
}

export interface PersonCard {
  person: Person;
  isMe: boolean;
  mentorships: Mentorship[];
  meetings: Meeting[];
  /** The promises of those mentorships, in every state. */
  commitments: Commitment[];
  /** All changes of the person's row, oldest first. */
  log: Change[];
}

/** One person with all that is shared with them; `null` if they are not here or in the trash. */
export async function personCard(db: MilepostDb, id: Id): Promise<PersonCard | null> {
  const [person, identity, all] = await Promise.all([
    db.people.get(id),
    db.metaOf("identity"),
    db.mentorships.filter((row) => row.partnerId === id && !row.deletedAt).toArray(),
  ]);
  if (!person || person.deletedAt) return null;
  const [meetings, commitments, log] = await Promise.all([
    Promise.all(all.map((row) => meetingsOf(db, row.id))),
    Promise.all(all.map((row) => commitmentsOf(db, row.id))),
    logOf(db, "people", id),
  ]);
  return {
    person,
    isMe: id === identity?.me,
    mentorships: all.toSorted((a, b) => b.createdAt - a.createdAt),
    meetings: meetings.flat(),
    commitments: commitments.flat(),
    log,
  };
}
