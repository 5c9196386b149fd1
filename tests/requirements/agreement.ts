import { type Requirements, tested } from "./requirement.ts";

const texts = "unit/agreement-text.test.ts";
const drafts = "unit/agreement-draft.test.ts";
const markdown = "unit/agreement-markdown.test.ts";
const comparison = "unit/then-and-now.test.ts";
const db = "component/db-agreements.test.ts";
const board = "component/db-expectations.test.ts";
const reminders = "component/reconcile-reviews.test.ts";
const e2e = "e2e/agreement.test.ts";

const anyDay =
  "whatever is done before and after, the log tells the roadmap of each agreement as it was kept, and of each moment %s";
const sixteen = "an agreement is handed out with its sixteen headings in their order";
const clauses =
  "on conversations and on data is offered for confidentiality, and ways to reach each other with a time to answer";
const versions = "the next version is a copy with a reason, and the first stays readable after the second";
const looks = "%s is announced once at nine on its day, stays due until it was looked at, and comes again";
const stale =
  "expectations are announced once after the agreed time, the stale ones are named, and a look moves them on";
const once = "what is to be discussed is on the next agenda exactly once, however often it is said";

export const agreement: Requirements = {
  "A-27": [
    ...tested(
      "unit/cadence.test.ts",
      "every two weeks stays at its wall-clock time when the clocks change, so that it is 14 days and an hour apart",
    ),
    ...tested(
      db,
      "what both agreed on sets rhythm, dates and intervals of the mentorship, and the open goals are agreed on, in one act",
    ),
  ],
  "A-28": [
    ...tested(drafts, "ground rules begin with the source’s example, and clauses stand beside what is known"),
    ...tested(markdown, sixteen),
  ],
  "A-29": tested(texts, clauses),
  "A-31": tested(
    texts,
    "on speaking openly, honestly, without defending oneself and with respect is offered, can be ticked and taken out",
  ),
  "A-37": tested(texts, clauses),
  "A-38": [
    ...tested(texts, "an agreement %s is told which of the four sections are missing"),
    ...tested(markdown, sixteen),
    ...tested(e2e, "agreeing names what is missing of the four sections and does not stand in the way"),
  ],
  "A-44": [
    ...tested(board, once),
    ...tested(e2e, "an expectation that does not fit is on the next agenda once"),
  ],
  "A-45": tested(reminders, stale),
  "B-04": [...tested(markdown, sixteen), ...tested(texts, clauses)],
  "B-13": [
    ...tested(
      db,
      "a version that was agreed on is not changed by editing, by bringing earlier words back or by undoing an edit",
    ),
    ...tested(
      comparison,
      "goals that were added, let go, reached, moved and put in other words are told apart",
    ),
  ],
  "B-23": [
    ...tested(
      drafts,
      "without a date the review is planned six months after the start, on the last day of a shorter month",
    ),
    ...tested(
      reminders,
      "the planned exit is announced 14 days and 1 day before, each once, also when the first was acted on",
    ),
  ],
  "C-27": [...tested(markdown, sixteen), ...tested(reminders, looks)],
  "C-30": [
    ...tested(db, "a draft is saved without a word in it, section by section, and is well-formed"),
    ...tested(texts, "is never worded like a contract"),
    ...tested(markdown, sixteen),
  ],
  "C-51": tested(
    reminders,
    "a goal is announced on its day, once, and is asked about again twelve weeks after a look",
  ),
  "C-52": [
    ...tested(db, versions),
    ...tested(texts, "two versions that differ in %s differ in these sections"),
    ...tested(e2e, "a second version begins as a copy, its changes are marked, and the first stays readable"),
  ],
  "F-13": [
    ...tested(
      db,
      "replaying the log to the moment of an agreement gives the roadmap that was kept with it",
      "a version that was agreed on is not changed by editing, by bringing earlier words back or by undoing an edit",
    ),
    ...tested(
      e2e,
      "then and now tells a moved milestone and a dropped goal, against the agreement and against a day",
    ),
  ],
  "F-25": [...tested(board, once), ...tested(reminders, stale)],
  "F-26": [
    ...tested(markdown, sixteen),
    ...tested(db, versions),
    ...tested(e2e, "it is handed out as Markdown, and what it sets is proposed for the next meeting"),
  ],
  "N-02": [
    ...tested(db, "another rhythm in the second version changes the dates that are proposed next"),
    ...tested(
      reminders,
      "another day for the exit in the second version is another reminder, and the old one is not heard",
    ),
  ],
  "N-05": tested("component/baseline-at-any-act.test.ts", anyDay),
  "N-08": [...tested(board, once), ...tested(reminders, stale)],
};
