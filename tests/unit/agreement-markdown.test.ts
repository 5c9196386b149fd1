import { expect, test } from "vitest";
import { agreementSections } from "@/lib/domain/agreement.ts";
import { agreementMarkdown } from "@/lib/formats/agreement-markdown.ts";
import { agreementDocument, agreementFileName } from "@/lib/state/agreement-document.ts";
import { someAgreement } from "./some-agreement.ts";

const written = Object.fromEntries(agreementSections.map((section) => [section, `Words of ${section}.`]));
const agreed = someAgreement({
  ...written,
  version: 2,
  status: "agreed",
  groundRules: "- On time and prepared.\n- Cameras may be off.",
  communication: "- Mail, and chat for small things.\n- An answer within two working days.",
  reciprocity: "- A tour of the admin tools.",
  reciprocityEveryWeeks: 8,
  cadence: { every: 2, unit: "week" },
  meetingMinutes: 45,
  startsOn: "2026-08-24",
  endsOn: "2027-02-22",
  reviewOn: "2027-02-24",
  myName: "Carla Mendes",
  theirName: "Dr. Amara Okafor",
  agreedByMeOn: "2026-10-27",
  agreedByThemOn: "2026-10-28",
});

const golden = `# What we agreed

A compass for both of us, not a contract. Either of us can reopen any part of it.

Version 2

## 1 Priorities

Words of priorities.

## 2 Areas of focus

Words of focus.

## 3 Measures of success

Words of measures.

## 4 Meetings

We meet every 2 weeks, for 45 minutes.

Words of meetings.

## 5 Roles

Words of roles.

## 6 Duration and exit

We begin on August 24, 2026. We plan to finish on February 22, 2027. On February 24, 2027 we look at whether to go on, and how.

Words of duration.

## 7 Between meetings

- Mail, and chat for small things.
- An answer within two working days.

## 8 Ground rules

- On time and prepared.
- Cameras may be off.

## 9 Confidentiality

Words of confidentiality.

## 10 Boundaries

Words of boundaries.

## 11 Giving back

We look at this every 8 weeks.

- A tour of the admin tools.

## 12 Feedback

Words of feedback.

## 13 Concerns

Words of concerns.

## 14 How we close

Words of ending.

## 15 Accommodations

Words of accommodations.

## 16 Agreed by

- Carla Mendes, October 27, 2026
- Dr. Amara Okafor, October 28, 2026
`;

test("an agreement is handed out with its sixteen headings in their order", () => {
  expect(agreementMarkdown(agreementDocument(agreed))).toBe(golden);
});

test("sections that say nothing are left out, and the others keep their numbers", () => {
  const row = someAgreement({ measures: "- One design accepted", roles: "Carla asks.", boundaries: " " });
  const headings = agreementMarkdown(agreementDocument(row)).match(/^#.*$/gmu);
  expect(headings).toEqual(["# What we want to agree on", "## 3 Measures of success", "## 5 Roles"]);
});

test.each([
  ["Dr. Amara Okafor", "agreement-dr-amara-okafor-v2.md"],
  ["Zoë / Ünal", "agreement-zoe-unal-v2.md"],
  ["", "agreement-v2.md"],
])("the file of an agreement with %j is called %s", (name, expected) => {
  expect(agreementFileName(name, 2)).toBe(expected);
});
