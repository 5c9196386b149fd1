import { agreementsOf } from "@/lib/db/agreements.ts";
import { expectationsOf } from "@/lib/db/expectations.ts";
import { goalsOf } from "@/lib/db/goal-rows.ts";
import { findMentorship, focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { shownOf, trashedParents } from "@/lib/db/shown.ts";
import { type Agreement, type AgreementSection, agreementSections } from "@/lib/domain/agreement.ts";
import { agreedOn, changedSections, missingSections, sectionText } from "@/lib/domain/agreement-text.ts";
import { addDays } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { sectionHeading, termWords } from "./agreement-words.ts";
import { db } from "./database.ts";
import { partnerOwnName } from "./partner-name.ts";

/** The rows that an agreement is made of and stands beside, in one read. */
export async function readAgreement() {
  const focused = await focusedMentorship(db);
  const found = focused && (await findMentorship(db, focused.mentorship.id));
  if (!found) return null;
  const { id } = found.mentorship;
  const [versions, goals, metrics, measurements, inventory, expectations, trashed] = await Promise.all([
    agreementsOf(db, id),
    goalsOf(db, id),
    db.metrics.where("mentorshipId").equals(id).toArray(),
    db.measurements.where("mentorshipId").equals(id).toArray(),
    db.inventory.toArray(),
    expectationsOf(db, id),
    trashedParents(db),
  ]);
  return {
    ...found,
    versions,
    goals,
    metrics: shownOf(metrics, trashed).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    measurements: measurements.filter((row) => !row.deletedAt),
    inventory,
    expectations,
  };
}

export type AgreementRead = NonNullable<Awaited<ReturnType<typeof readAgreement>>>;

/** One section, as it stands in the version that is shown. */
export interface SectionView {
  section: AgreementSection;
  /** From 1. */
  number: number;
  heading: string;
  text: string;
  /** What the first version said; `null` where nothing is compared. */
  before: string | null;
  /** The version that changed it last, if one did. */
  changedOn: Day | null;
  changedWhy: string;
}

/** The version that is shown, and what is worth knowing beside it. */
export function agreementView(
  read: AgreementRead,
  choice: { versionId: Id | null; baseId: Id | null; today: Day },
) {
  const { mentorship, versions } = read;
  const agreed = versions.filter((row) => row.status === "agreed");
  const draft = versions.find((row) => row.status !== "agreed") ?? null;
  const shown = versions.find((row) => row.id === choice.versionId) ?? draft ?? agreed.at(-1) ?? null;
  const first = agreed[0] ?? null;
  // What can be compared with: the first version, and the one before. The first is compared with nothing.
  const earlier = agreed.filter((row) => row.version < (shown?.version ?? 0));
  const bases = [...new Set([earlier[0], earlier.at(-1)])].filter((row) => row !== undefined);
  const isDraft = shown !== null && shown.status !== "agreed";
  const base = bases.find((row) => row.id === choice.baseId) ?? (isDraft ? bases.at(-1) : bases[0]) ?? null;
  const until = shown ? versions.filter((row) => row.version <= shown.version) : [];
  return {
    mentorshipId: mentorship.id,
    role: mentorship.role,
    myName: read.me?.name ?? "",
    /** As it is to be signed: empty until somebody is found. */
    partnerName: partnerOwnName(read),
    today: choice.today,
    versions,
    draft,
    shown,
    base,
    bases,
    isDraft,
    firstAgreedOn: first ? agreedOn(first) : null,
    missing: shown ? missingSections(shown) : [],
    changed: shown && base ? changedSections(base, shown) : [],
    sections: shown
      ? agreementSections.map((section, index) => sectionOf(section, index, shown, base, until))
      : [],
    beside: {
      goals: read.goals.filter((goal) => goal.status === "open").length,
      metrics: metricsNow(read),
      expectations: read.expectations.length,
      toDiscuss: read.expectations.filter((row) => row.state === "toDiscuss").length,
      agreementNextOn: nextOn(mentorship.agreementReviewedOn, mentorship.agreementEveryWeeks),
      reciprocityNextOn: nextOn(mentorship.reciprocityReviewedOn, mentorship.reciprocityEveryWeeks),
    },
  };
}

export type AgreementView = ReturnType<typeof agreementView>;

function sectionOf(
  section: AgreementSection,
  index: number,
  shown: Agreement,
  base: Agreement | null,
  until: readonly Agreement[],
): SectionView {
  const text = sectionText(shown, section, termWords);
  const changedBy = until.findLast((row, place) => {
    const earlier = until[place - 1];
    return earlier !== undefined && changedSections(earlier, row).includes(section);
  });
  return {
    section,
    number: index + 1,
    heading: sectionHeading(section),
    text,
    before: base ? sectionText(base, section, termWords) : null,
    changedOn: changedBy ? agreedOn(changedBy) : null,
    changedWhy: changedBy?.reason ?? "",
  };
}

/** The latest value of each metric that has one. */
function metricsNow({ metrics, measurements }: AgreementRead) {
  return metrics.flatMap(({ id, name, unit }) => {
    const last = measurements
      .filter((row) => row.metricId === id)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.createdAt - b.createdAt))
      .at(-1);
    return last ? [{ id, name, value: [last.value.toLocaleString(), unit].filter(Boolean).join(" ") }] : [];
  });
}

function nextOn(last: Day | null | undefined, weeks: number | null | undefined): Day | null {
  return last && weeks ? addDays(last, 7 * weeks) : null;
}
