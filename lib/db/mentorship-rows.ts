import type { Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { MilepostDb } from "./database.ts";

/** Which mentorship the surfaces show. Remembered in this browser. */
export async function focusMentorship(db: MilepostDb, mentorshipId: Id): Promise<void> {
  await db.meta.put({ key: "focus", mentorshipId });
}

export interface MentorshipView {
  mentorship: Mentorship;
  partner: Person | undefined;
}

/** All mentorships that are not in the trash, the oldest first, with the other person of each. */
export async function allMentorships(db: MilepostDb): Promise<MentorshipView[]> {
  const rows = (await db.mentorships.toArray()).filter((row) => !row.deletedAt);
  const partners = await db.people.bulkGet(rows.map((row) => row.partnerId));
  return rows
    .map((mentorship, index) => ({ mentorship, partner: partners[index] }))
    .toSorted((a, b) => a.mentorship.createdAt - b.mentorship.createdAt);
}

/** One mentorship with its two people, unless it is in the trash. */
export async function findMentorship(
  db: MilepostDb,
  id: Id,
): Promise<(MentorshipView & { me: Person | undefined }) | null> {
  const mentorship = await db.mentorships.get(id);
  if (!mentorship || mentorship.deletedAt) return null;
  const [partner, me] = await db.people.bulkGet([mentorship.partnerId, mentorship.meId]);
  return { mentorship, partner, me };
}

/** All mentorships, and which of them is in focus: the one chosen last, or the newest. */
export async function mentorshipsInFocus(
  db: MilepostDb,
): Promise<{ all: MentorshipView[]; focused: MentorshipView | null }> {
  const [all, focus] = await Promise.all([allMentorships(db), db.metaOf("focus")]);
  const chosen = all.find((view) => view.mentorship.id === focus?.mentorshipId);
  return { all, focused: chosen ?? all.at(-1) ?? null };
}

export async function focusedMentorship(db: MilepostDb): Promise<MentorshipView | null> {
  return (await mentorshipsInFocus(db)).focused;
}
