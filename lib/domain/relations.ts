import type { Id } from "./envelope.ts";
import type { Mentorship } from "./mentorship.ts";
import type { Person } from "./person.ts";

/** What somebody is to the user. */
export const relations = ["mentor", "mentee", "candidate", "peer"] as const;
export type Relation = (typeof relations)[number];

/**
 * What somebody is to the user, by the mentorships with them: a mentor where the user is mentee, and the other way
 * round; both where both are both. Who is in none is a candidate or a peer.
 * @param mentorships those that are not in the trash
 */
export function relationsOf(
  person: Pick<Person, "id" | "candidate">,
  mentorships: readonly Pick<Mentorship, "partnerId" | "role">[],
): Relation[] {
  const own = mentorships.filter((each) => each.partnerId === person.id).map((each) => each.role);
  const found: Relation[] = [];
  if (own.some((role) => role !== "mentor")) found.push("mentor");
  if (own.some((role) => role !== "mentee")) found.push("mentee");
  if (person.candidate) found.push("candidate");
  return found.length > 0 ? found : ["peer"];
}

/**
 * Who stands among the people: everybody in sight but those without a name whom no mentorship is with any more, such as
 * the stand-in of a mentor who was found since.
 */
export function listed<P extends Pick<Person, "id" | "name" | "deletedAt">>(
  people: readonly P[],
  mentorships: readonly Pick<Mentorship, "partnerId" | "meId">[],
  me: Id | undefined,
): P[] {
  const known = new Set(mentorships.map((each) => each.partnerId));
  return people.filter(
    (person) => !person.deletedAt && person.id !== me && (person.name !== "" || known.has(person.id)),
  );
}
