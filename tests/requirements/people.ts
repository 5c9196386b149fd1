import { type Requirements, tested } from "./requirement.ts";

const e2e = "e2e/people.test.ts";
const rules = "unit/people.test.ts";
const verbs = "component/db-people.test.ts";
const confidential = "component/confidential.test.ts";

export const people: Requirements = {
  "A-05": [
    ...tested(verbs, "is kept with its day, changed, and put away; an empty one is not kept"),
    ...tested(
      confidential,
      "a closing evaluation as Markdown has its day, its scores and its words, and says what is missing",
    ),
    ...tested(e2e, "completing the closing evaluation stores it with its day, to be copied and printed"),
  ],
  "A-09": tested(e2e, "without a destination the popup offers to define it, and so does the page of goals"),
  "A-13": [
    ...tested(verbs, "lands once, whatever it comes from"),
    ...tested(confidential, "the origin of a topic is told and linked on the agenda"),
    ...tested(
      e2e,
      "anything is put on the next agenda once, and only the mentor's promises are shown where one asks for them",
    ),
  ],
  "A-29": tested(
    confidential,
    "what is marked as confidential is not in the shared export, and is in the full backup",
    "private is not confidential: what one copies oneself is there",
    "a topic whose confidential origin is gone for good stays out of what is copied",
  ),
  "A-30": tested(
    e2e,
    "anything is put on the next agenda once, and only the mentor's promises are shown where one asks for them",
  ),
  "A-37": [
    ...tested(verbs, "raising a concern puts it, confidential, on the next agenda in one act"),
    ...tested(e2e, "a concern is raised: confidential, and on the next agenda with the way back to it"),
  ],
  "C-04": [
    ...tested(rules, "contains no unfilled placeholder, whatever is empty"),
    ...tested(e2e, "an introductory note is put together and copied offline, half-written or whole"),
  ],
  "C-05": [
    ...tested(
      rules,
      "what is missing is named, not counted as 0",
      "the best first; of two with the same sum the one that was rated wholly, then by name",
    ),
    ...tested(verbs, "begins with nobody's name, and gets the candidate who is chosen; undo takes that back"),
    ...tested(
      e2e,
      "candidates are rated, stand in the order of their sums, and what is missing is said",
      "the candidate who is chosen becomes the mentor of the mentorship",
    ),
  ],
  "C-17": tested(
    e2e,
    "a lesson, an outcome and a question are saved from the closed popup with the keyboard alone",
    "in the panel the arrow keys choose the kind of what is captured",
  ),
  "F-04": [
    ...tested(
      e2e,
      "candidates are rated, stand in the order of their sums, and what is missing is said",
      "an introductory note is put together and copied offline, half-written or whole",
    ),
  ],
  "F-05": [
    ...tested(verbs, "adding new priorities keeps the old with its date"),
    ...tested(
      e2e,
      "from the popup three letters find the person, with the next meeting and what is open both ways",
      "a person card says what time it is for them, and its links lead nowhere unsafe",
    ),
  ],
};
