import type { Evidence } from "@/lib/domain/evidence.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { EvidenceKind } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom } from "./input.ts";
import { linkFrom } from "./link-input.ts";
import { mutate } from "./mutate.ts";
import { shownOf, trashedParents } from "./shown.ts";

/** Evidence as a form gives it; what is empty is left out. */
export interface EvidenceForm {
  kind: EvidenceKind;
  text: string;
  url: string;
  on: string;
  /** The meeting in whose notes it was found. */
  meetingId: string;
  metricId: string;
  /** The milestone that it belongs to, empty for the goal as a whole; left out where that is not asked. */
  milestoneId?: string;
}

/**
 * Keeps what shows that a goal, or one of its milestones, came true.
 * @throws UserError `notFound` for a goal that is not there, `badLink` for a link that is none
 */
export function addEvidence(
  db: MilepostDb,
  of: { goalId: Id; milestoneId?: Id | null },
  form: EvidenceForm,
): Promise<Id | null> {
  return mutate(db, { did: "addEvidence" }, async () => {
    const goal = await db.goals.get(of.goalId);
    if (!goal) throw new UserError("notFound");
    const patch = {
      mentorshipId: goal.mentorshipId,
      goalId: of.goalId,
      milestoneId: of.milestoneId ?? null,
      ...(await evidencePatch(db, form)),
    };
    return [{ table: "evidence", id: db.newId(), patch }];
  });
}

export function editEvidence(db: MilepostDb, id: Id, form: EvidenceForm): Promise<Id | null> {
  return mutate(db, { did: "editEvidence" }, async () => [
    { table: "evidence", id, patch: await evidencePatch(db, form) },
  ]);
}

export function removeEvidence(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeEvidence" }, () => [
    { table: "evidence", id, patch: { deletedAt: db.now() } },
  ]);
}

/** The evidence of a mentorship, the oldest first. */
export async function evidenceOf(db: MilepostDb, mentorshipId: Id): Promise<Evidence[]> {
  const rows = await db.evidence.where("mentorshipId").equals(mentorshipId).toArray();
  return shownOf(rows, await trashedParents(db)).toSorted(
    (a, b) => (a.on ?? "").localeCompare(b.on ?? "") || a.createdAt - b.createdAt,
  );
}

async function evidencePatch(db: MilepostDb, form: EvidenceForm) {
  const url = form.kind === "link" ? linkFrom(form.url) : null;
  if (form.kind === "link" && !url) throw new UserError("badLink");
  const metric = form.kind === "metric" && form.metricId ? await db.metrics.get(form.metricId) : undefined;
  // A link or a metric says by itself what it is, where no words are given.
  const words = form.text.trim() || (url ? new URL(url).hostname : (metric?.name ?? ""));
  return {
    kind: form.kind,
    text: lineFrom(words),
    url,
    on: dayFrom(form.on),
    meetingId: form.meetingId || null,
    metricId: metric?.id ?? null,
    ...(form.milestoneId === undefined ? {} : { milestoneId: form.milestoneId || null }),
  };
}
