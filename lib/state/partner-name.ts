import { i18n } from "#i18n";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { Person } from "@/lib/domain/person.ts";
import { shortName } from "@/lib/domain/person-name.ts";

interface View {
  mentorship: Pick<Mentorship, "role">;
  partner: Pick<Person, "name"> | undefined;
}

/** What the other person is called where a name stands: "Your mentor" until one is found. */
export function partnerName({ mentorship, partner }: View): string {
  return partner?.name || i18n.t(`partner.${mentorship.role}`);
}

/** The same within a sentence: the short name, or "your mentor". */
export function partnerShort({ mentorship, partner }: View): string {
  return partner?.name ? shortName(partner.name) : i18n.t(`partner.in.${mentorship.role}`);
}

/** The name to sign with, where words in its place would not do: empty until somebody is found. */
export function partnerOwnName({ partner }: Pick<View, "partner">): string {
  return partner?.name ?? "";
}
