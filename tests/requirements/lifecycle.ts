import { type Requirements, tested } from "./requirement.ts";

const e2e = "e2e/lifecycle.test.ts";
const lists = "unit/checklist.test.ts";
const hints = "unit/hints.test.ts";
const walk = "unit/stage-walk.test.ts";
const verbs = "component/db-lifecycle.test.ts";

export const lifecycle: Requirements = {
  "A-01": tested(
    e2e,
    "a new mentorship starts in Prepare, and popup, panel and the copied brief say the same",
  ),
  "A-06": tested(
    e2e,
    "the ring is one picture with a name, and says how much of each checklist is done, as the popup does",
    "moving on may have a reason, and a day before the present stage is refused in words",
  ),
  "A-07": tested(
    e2e,
    "the ring is one picture with a name, and says how much of each checklist is done, as the popup does",
  ),
  "A-08": [
    ...tested(e2e, "who starts as a mentor sees the mentor's checklist, and can be a mentee elsewhere"),
    ...tested(lists, "the role decides which items there are, and who is both sees those of either"),
  ],
  "A-20": [
    ...tested(lists, "readiness is what is ticked of what there is"),
    ...tested(
      e2e,
      "the ring is one picture with a name, and says how much of each checklist is done, as the popup does",
    ),
  ],
  "A-32": tested(
    e2e,
    "the ten lines of a kickoff are ticked in its brief, stay ticked, and count for the initiation",
  ),
  "A-33": [
    ...tested(
      e2e,
      "the ten lines of a kickoff are ticked in its brief, stay ticked, and count for the initiation",
    ),
    ...tested(lists, "a kickoff goes through ten lines, all ticked by hand, so that a tick is a tick"),
  ],
  "B-01": tested(verbs, "deleting a meeting leaves goals, advice and journal as they were"),
  "B-02": [
    ...tested(e2e, "moving on may have a reason, and a day before the present stage is refused in words"),
    ...tested(
      hints,
      "three months and a day into the initiation a hint appears, and once put away it does not come back",
    ),
  ],
  "B-03": tested(e2e, "the scope is a sentence with a kind, and its item is open until both are there"),
  "B-10": tested(hints, "one dismissal is remembered, until the stage is visited anew"),
  "B-18": [
    ...tested(hints, "each leads to where it can be mended"),
    ...tested(e2e, "each hint names what is missing and leads to it, and is gone when it is mended"),
  ],
  "B-20": [
    ...tested(walk, "random moves in both directions keep the whole history"),
    ...tested(
      verbs,
      "a mentorship walks through all stages, back to the cultivation, and ends in the redefinition",
    ),
    ...tested(
      e2e,
      "going back to the cultivation is a loop: both visits stand in the walk with their reasons",
    ),
  ],
  "C-18": tested(
    e2e,
    "the button counts what is overdue when it is asked to, and nothing when it is asked to",
  ),
  "C-28": tested(
    "component/calibration-notes.test.ts",
    "the notes of a calibration begin with its three sections, those of other meetings empty",
    "only looked at, nothing is kept; with the first words the sections are kept too",
  ),
  "F-01": tested(
    verbs,
    "a mentorship walks through all stages, back to the cultivation, and ends in the redefinition",
  ),
  "F-02": [
    ...tested(lists, "no two have the same id"),
    ...tested(
      e2e,
      "an item of one's own is added and ticked by keyboard, one that ships is put away and brought back",
    ),
  ],
  "N-01": [
    ...tested(walk, "random moves in both directions keep the whole history"),
    ...tested(e2e, "the four words of the life cycle can be chosen, and stand everywhere"),
  ],
};
