import { type Requirements, tested } from "./requirement.ts";

const rules = "unit/reminder-rules.test.ts";
const answers = "component/reminder-answers.test.ts";
const engine = "component/reconcile.test.ts";
const reviews = "component/reconcile-reviews.test.ts";
const faults = "e2e/reminder-faults.test.ts";
const year = "unit/reminder-year.test.ts";
const screens = "e2e/reminders.test.ts";

export const reminders: Requirements = {
  "A-45": tested(
    reviews,
    "expectations are announced once after the agreed time, the stale ones are named, and a look moves them on",
  ),
  "A-51": tested(
    rules,
    "that is the last is announced seven days and one day before, and not twice on that day",
  ),
  "A-54": [
    ...tested(
      rules,
      "keeping in touch comes each interval after the last time, and never where the answer was no",
    ),
    ...tested(answers, "being in touch counts from that day, and comes once an interval"),
  ],
  "B-16": tested(answers, "being in touch counts from that day, and comes once an interval"),
  "B-23": tested(
    reviews,
    "the planned exit is announced 14 days and 1 day before, each once, also when the first was acted on",
  ),
  "B-28": tested(rules, "a silent journal is told of once per silence, where it was asked for"),
  "C-25": [
    ...tested(rules, "a time to write comes each week, where it was asked for"),
    ...tested(screens, "a reminder to write leads to an entry of its kind, with a question"),
  ],
  "F-39": [
    ...tested(
      answers,
      "a record has several reminders of one's own, before its date and at a time, and each goes by undo",
      "reminders of every kind are put off in one act, and undo brings all of them back",
    ),
    ...tested(rules, "what is urgent is not, and a digest waits for its hour"),
    ...tested(faults, "in quiet hours nothing pops up, the number counts, and it is said when they are over"),
    ...tested(screens, "a reminder of one's own is set, seen, put off and done"),
  ],
  "N-16": [
    ...tested(engine, "twelve things that came due while the browser was closed are one notice"),
    ...tested(
      faults,
      "what came due in three closed days is one notice, the number is right, and each thing can be reached",
    ),
    ...tested(year, "a year of ten mentorships and all that comes due in it, each announced once"),
  ],
};
