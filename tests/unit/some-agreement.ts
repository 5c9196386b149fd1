import { type Agreement, agreementSections } from "@/lib/domain/agreement.ts";

const empty = Object.fromEntries(agreementSections.map((section) => [section, ""])) as Record<
  (typeof agreementSections)[number],
  string
>;

/** A draft without a word; `changed` is what a test is about. */
export function someAgreement(changed: Partial<Agreement> = {}): Agreement {
  return {
    id: "a1",
    author: "me",
    space: "personal",
    visibility: "private",
    createdAt: 0,
    mentorshipId: "s1",
    version: 1,
    status: "draft",
    ...empty,
    reason: "",
    myName: "",
    theirName: "",
    ...changed,
  };
}
