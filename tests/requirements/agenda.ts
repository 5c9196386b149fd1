import { type Requirements, tested } from "./requirement.ts";

const verbs = "component/db-agenda.test.ts";
const carryOver = "unit/carry-over.test.ts";
const brief = "unit/brief.test.ts";
const bank = "unit/question-bank.test.ts";

export const agenda: Requirements = {
  "A-21": tested(
    bank,
    "each kind of meeting has its parts: a kickoff goes from getting to know each other to the next meeting",
  ),
  "A-25": [
    ...tested(bank, "a kickoff is offered the five questions of the source, sensitive ones are marked"),
    ...tested(
      verbs,
      "a question of the bank is stamped with its meeting and not suggested again until it may be",
    ),
  ],
  "A-57": tested(
    verbs,
    "a sensitive topic is left out of what is copied; homework is told, and its lack too",
  ),
  "A-58": tested(
    verbs,
    "a sensitive topic is left out of what is copied; homework is told, and its lack too",
  ),
  "A-60": tested(verbs, "advice is taken up as a promise once, and what came of it makes it applied"),
  "C-28": tested(
    bank,
    "each kind of meeting has its parts: a kickoff goes from getting to know each other to the next meeting",
  ),
  "C-41": tested(brief, "a metric tells its last value and the one before"),
  "F-16": [
    ...tested(
      carryOver,
      "whatever happens to meetings, each open topic is on exactly one agenda, that of the earliest future meeting",
    ),
    ...tested(
      verbs,
      "a topic is moved, also into a part of the agenda, and back again",
      "a parked topic is on no agenda until it is brought back",
      "a topic that comes at every meeting is ticked off in one and open in the next",
      "a topic is split in its place, and both parts are open once",
    ),
  ],
  "F-18": [
    ...tested(brief, "an obstacle stands in the way until it is overcome or parked"),
    ...tested(verbs, "an obstacle is in the brief as long as it stands in the way"),
  ],
  "F-21": tested(brief, "is brought up once, two weeks later"),
  "F-27": [
    ...tested(bank, "questions go out as a file and come in again; what is none is refused"),
    ...tested(verbs, "questions are taken in from a file once"),
  ],
  "N-04": [
    ...tested(
      carryOver,
      "whatever happens to meetings, each open topic is on exactly one agenda, that of the earliest future meeting",
    ),
    ...tested(verbs, "a meeting is split: the first keeps what is left of the time, and every open topic"),
  ],
};
