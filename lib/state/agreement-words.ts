import { i18n } from "#i18n";
import type { AgreementSection } from "@/lib/domain/agreement.ts";
import type { DraftWords } from "@/lib/domain/agreement-draft.ts";
import type { TermWords } from "@/lib/domain/agreement-text.ts";
import type { Cadence } from "@/lib/domain/mentorship.ts";
import { shortName } from "@/lib/domain/person-name.ts";
import type { Role } from "@/lib/domain/vocabulary.ts";
import { plainDay } from "@/lib/i18n/dates.ts";

/** What an agreement sets, in sentences. */
export const termWords: TermWords = {
  meetings(cadence, minutes) {
    if (!cadence) return i18n.t("agreement.terms.minutes", [String(minutes ?? "")]);
    const rhythm = rhythmWords(cadence);
    return minutes
      ? i18n.t("agreement.terms.rhythmMinutes", [rhythm, String(minutes)])
      : i18n.t("agreement.terms.rhythm", [rhythm]);
  },
  startsOn: (on) => i18n.t("agreement.terms.startsOn", [plainDay(on)]),
  endsOn: (on) => i18n.t("agreement.terms.endsOn", [plainDay(on)]),
  reviewOn: (on) => i18n.t("agreement.terms.reviewOn", [plainDay(on)]),
  agreementEveryWeeks: (weeks) => i18n.t("agreement.terms.agreementEveryWeeks", weeks),
  expectationsEveryWeeks: (weeks) => i18n.t("agreement.terms.expectationsEveryWeeks", weeks),
  reciprocityEveryWeeks: (weeks) => i18n.t("agreement.terms.reciprocityEveryWeeks", weeks),
};

/** "every 2 weeks" */
export function rhythmWords({ every, unit }: Cadence): string {
  return i18n.t(unit === "week" ? "wrapUp.everyWeeks" : "wrapUp.everyMonths", every);
}

/** The clauses that are offered, by section. */
export function clausesFor({
  role,
  myName,
  partnerName,
}: {
  role: Role;
  myName: string;
  partnerName: string;
}): Partial<Record<AgreementSection, readonly string[]>> {
  const [me, them] = [shortName(myName), shortName(partnerName)];
  // Where each is mentor to the other, neither is named.
  const [mentee, mentor] = role === "both" ? ["", ""] : role === "mentor" ? [them, me] : [me, them];
  return {
    meetings: [i18n.t("agreement.clauses.absence")],
    roles: [
      i18n.t("agreement.clauses.roleMentee", [mentee || i18n.t("agreement.clauses.theMentee")]),
      i18n.t("agreement.clauses.roleMentor", [mentor || i18n.t("agreement.clauses.theMentor")]),
    ],
    communication: [i18n.t("agreement.clauses.channels"), i18n.t("agreement.clauses.response")],
    groundRules: [i18n.t("agreement.clauses.prepared"), i18n.t("agreement.clauses.open")],
    confidentiality: [i18n.t("agreement.clauses.conversations"), i18n.t("agreement.clauses.data")],
    boundaries: [i18n.t("agreement.clauses.boundaries")],
    reciprocity: [i18n.t("agreement.clauses.giveBack")],
    feedback: [i18n.t("agreement.clauses.feedback")],
    concerns: [i18n.t("agreement.clauses.concerns")],
    ending: [i18n.t("agreement.clauses.ending"), i18n.t("agreement.clauses.goodbye")],
  };
}

export function draftWords(who: Parameters<typeof clausesFor>[0]): DraftWords {
  return {
    clauses: clausesFor(who),
    metric({ name, unit, baseline, target, targetOn }) {
      const value = (amount: number): string => [amount.toLocaleString(), unit].filter(Boolean).join(" ");
      const span =
        target == null
          ? name
          : baseline == null
            ? i18n.t("agreement.metric.to", [name, value(target)])
            : i18n.t("agreement.metric.fromTo", [name, baseline.toLocaleString(), value(target)]);
      return targetOn ? i18n.t("agreement.metric.by", [span, plainDay(targetOn)]) : span;
    },
    towards: (wanted) => i18n.t("agreement.towards", [wanted]),
  };
}

/** The heading of a section, without its number. */
export function sectionHeading(section: AgreementSection | "agreedBy"): string {
  return i18n.t(`agreement.sections.${section}`);
}
