import { type Agreement, agreementSections } from "@/lib/domain/agreement.ts";
import { agreementTerms } from "@/lib/domain/agreement-text.ts";
import type { AgreementDraft } from "@/lib/domain/agreement-draft.ts";
import { type Baseline, baselineText } from "@/lib/domain/baseline.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, optionalLineFrom, reasonFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { roadmapNow } from "./roadmap-at.ts";

/** All versions of an agreement, the first one first; drafts that were thrown away left out. */
export async function agreementsOf(db: MilepostDb, mentorshipId: Id): Promise<Agreement[]> {
  const rows = await db.agreements.where("mentorshipId").equals(mentorshipId).toArray();
  return rows
    .filter((row) => !row.deletedAt)
    .toSorted((a, b) => a.version - b.version || (a.id < b.id ? -1 : 1));
}

/**
 * Begins the next version as a draft. There is one draft at a time: with one open, it is that one.
 * @param draft what it says at first: what is known, or a copy of the version before
 * @returns the id of the draft, and of the act
 */
export async function proposeAgreement(
  db: MilepostDb,
  mentorshipId: Id,
  draft: AgreementDraft,
  reason = "",
): Promise<{ id: Id; act: Id | null }> {
  let id = db.newId();
  const act = await mutate(db, { did: "proposeAgreement", ...reasonFrom(reason) }, async () => {
    const versions = await agreementsOf(db, mentorshipId);
    const open = versions.find((row) => row.status !== "agreed");
    if (open) {
      ({ id } = open);
      return [];
    }
    const version = (versions.at(-1)?.version ?? 0) + 1;
    const patch: Partial<Agreement> = {
      mentorshipId,
      version,
      status: "draft",
      ...sectionsOf(draft),
      ...draft,
      reason: optionalLineFrom(reason),
    };
    return [{ table: "agreements", id, patch }];
  });
  return { id, act };
}

/**
 * What a draft gets when it comes out of the trash: the number after the last version, where there were others since.
 * Call inside a transaction.
 * @throws UserError `draftAlready` where another draft is open: there is one at a time
 */
export async function restoredDraft(db: MilepostDb, draft: Agreement): Promise<Partial<Agreement>> {
  if (draft.status === "agreed") return {};
  const versions = await agreementsOf(db, draft.mentorshipId);
  if (versions.some((row) => row.status !== "agreed")) throw new UserError("draftAlready");
  const last = versions.at(-1)?.version ?? 0;
  return draft.version > last ? {} : { version: last + 1 };
}

/** What is changed of a draft: words of sections and what they set. Days are `YYYY-MM-DD`. */
export type AgreementEdit = AgreementDraft & { reason?: string };

/**
 * Changes a draft. No section is mandatory.
 * @throws UserError `agreedAlready` for a version that was agreed on: it is never changed
 */
export function editAgreement(db: MilepostDb, id: Id, edit: AgreementEdit): Promise<Id | null> {
  return mutate(db, { did: "editAgreement" }, async () => {
    await draftOrThrow(db, id);
    const patch: Partial<Agreement> = { ...edit };
    for (const section of agreementSections) {
      const text = edit[section];
      if (text !== undefined) patch[section] = textFrom(text).trim();
    }
    for (const field of ["startsOn", "endsOn", "reviewOn"] as const) {
      if (edit[field] !== undefined) patch[field] = dayFrom(edit[field]);
    }
    if (edit.reason !== undefined) patch.reason = optionalLineFrom(edit.reason);
    return [{ table: "agreements", id, patch }];
  });
}

export function removeAgreement(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeAgreement" }, async () => {
    await draftOrThrow(db, id);
    return [{ table: "agreements", id, patch: { deletedAt: db.now() } }];
  });
}

/** Who agreed, and when: two names, two days (`YYYY-MM-DD`). */
export interface Signatures {
  myName: string;
  theirName: string;
  mineOn: string;
  theirsOn: string;
}

/**
 * Makes a draft the agreement that holds, in one act: the version is closed for good with a picture of the roadmap,
 * what it sets becomes the mentorship's, and the open goals count as agreed on.
 * @throws UserError `badDate` or `emptyText` where a day or a name is missing, `agreedAlready`,
 * `agreementUnsaved` while words of a section are not saved
 */
export function agree(db: MilepostDb, id: Id, by: Signatures): Promise<Id | null> {
  return mutate(db, { did: "agree", also: [db.drafts] }, async () => {
    const draft = await draftOrThrow(db, id);
    // Words of a section that is still being written, here or in another window, would be lost for good.
    const unsaved = await db.drafts.where("id").startsWith(`agreement.${id}.`).count();
    if (unsaved > 0) throw new UserError("agreementUnsaved");
    const others = await agreementsOf(db, draft.mentorshipId);
    if (others.some((row) => row.status === "agreed" && row.version === draft.version)) {
      throw new UserError("agreedAlready");
    }
    const agreedByMeOn = dayOrThrow(by.mineOn);
    const agreedByThemOn = dayOrThrow(by.theirsOn);
    const on = agreedByMeOn > agreedByThemOn ? agreedByMeOn : agreedByThemOn;
    const { mentorshipId } = draft;
    const roadmap = await roadmapNow(db, mentorshipId);
    const newlyAgreed = roadmap.goals.filter((goal) => goal.status === "open" && !goal.agreedOn);
    const goals: Write[] = newlyAgreed.map((goal) => ({
      table: "goals",
      id: goal.id,
      patch: { agreedOn: on },
    }));
    const baseline: Baseline = {
      ...roadmap,
      goals: roadmap.goals.map((goal) => (newlyAgreed.includes(goal) ? { ...goal, agreedOn: on } : goal)),
    };
    return [
      ...goals,
      { table: "mentorships", id: mentorshipId, patch: termsFor(draft, on) },
      // Last, so that its stamp is that of the roadmap as it is kept here.
      {
        table: "agreements",
        id,
        patch: {
          status: "agreed",
          myName: lineFrom(by.myName),
          theirName: lineFrom(by.theirName),
          agreedByMeOn,
          agreedByThemOn,
          agreedAt: db.now(),
          baseline: baselineText(baseline),
        },
      },
    ];
  });
}

/** What an agreed version sets for its mentorship. A mentorship always has a start. */
function termsFor(row: Agreement, on: Day): Partial<Mentorship> {
  const terms = Object.fromEntries(agreementTerms.map((term) => [term, row[term] ?? null]));
  const { startsOn, ...rest } = terms as Partial<Mentorship>;
  return { ...rest, ...(startsOn ? { startsOn } : {}), agreementReviewedOn: on, reciprocityReviewedOn: on };
}

async function draftOrThrow(db: MilepostDb, id: Id): Promise<Agreement> {
  const row = await db.agreements.get(id);
  if (!row || row.deletedAt) throw new UserError("notFound");
  if (row.status === "agreed") throw new UserError("agreedAlready");
  return row;
}

function dayOrThrow(value: string): Day {
  const day = dayFrom(value);
  if (!day) throw new UserError("badDate");
  return day;
}

function sectionsOf(draft: AgreementDraft): AgreementDraft {
  return Object.fromEntries(agreementSections.map((section) => [section, draft[section] ?? ""]));
}
