import { type Requirements, tested } from "./requirement.ts";

const e2e = "e2e/prepare.test.ts";
const verbs = "component/db-prepare.test.ts";

export const prepare: Requirements = {
  "A-02": [
    ...tested(
      e2e,
      "lines are added by Enter, put in order by keys and by pointer, and are there after a restart",
    ),
    ...tested(verbs, "two lines in each of three lists are all there in order after a restart"),
  ],
  "A-03": [
    ...tested(e2e, "an expectation, a ground rule and a goal go on the first agenda, each once"),
    ...tested(verbs, "one of each list is on the agenda of the first meeting once, and knows its origin"),
  ],
  "A-04": [
    ...tested(
      e2e,
      "a suggestion is started as a dated activity of a goal, and a resource keeps its takeaway",
    ),
    ...tested(
      verbs,
      "starting a suggestion makes a dated activity that is linked to a goal",
      "the library holds what the sources name for the time of cultivation",
    ),
  ],
  "A-12": [
    ...tested(e2e, "a rated competency shows its gap, becomes a goal and a step, and tells what has changed"),
    ...tested(verbs, "rated 2 of 5 against a needed 4 is a gap of 2, which becomes a goal that names it"),
  ],
  "A-14": [
    ...tested(e2e, "what is half typed is there after a restart, and a reflection is kept in the journal"),
    ...tested(verbs, "a reflection is a dated entry of the journal"),
  ],
  "A-15": [
    ...tested(
      e2e,
      "a development need becomes a goal, a need a promise or a resource, an opportunity an activity",
    ),
    ...tested(verbs, "a development need becomes a goal in one act, with a link both ways, once"),
  ],
  "A-17": [
    ...tested(e2e, "an expectation, a ground rule and a goal go on the first agenda, each once"),
    ...tested(verbs, "an expectation is one sentence, the own side of it"),
  ],
  "A-18": tested(e2e, "what is half typed is there after a restart, and a reflection is kept in the journal"),
  "A-19": [
    ...tested(e2e, "an idea for rapport is stamped with the meeting under way, or the last one"),
    ...tested(verbs, "an idea for rapport is stamped with the day and the meeting it was used in"),
  ],
  "A-36": [
    ...tested(
      e2e,
      "a development need becomes a goal, a need a promise or a resource, an opportunity an activity",
    ),
    ...tested(
      verbs,
      "a need becomes a resource or a promise of the other, and both know where they came from",
    ),
  ],
  "C-01": [
    ...tested(e2e, "where I am and what I bring is entered once; here it can be changed or put away alone"),
    ...tested(verbs, "is entered once for all mentorships, also by whom never gave a name"),
  ],
  "C-02": [
    ...tested(e2e, "a rated competency shows its gap, becomes a goal and a step, and tells what has changed"),
    ...tested(verbs, "goals are linked and unlinked in one act with the name, others are left alone"),
  ],
  "C-03": [
    ...tested(
      e2e,
      "a development need becomes a goal, a need a promise or a resource, an opportunity an activity",
    ),
    ...tested(verbs, "an opportunity becomes an activity; what is in the trash can be made again"),
  ],
  "F-03": [
    ...tested(e2e, "where I am and what I bring is entered once; here it can be changed or put away alone"),
    ...tested(verbs, "a line for all is changed, for all or here alone, put away here and shown again"),
    ...tested("unit/inventory-lines.test.ts", "no words that are there are lost, and none stands twice"),
  ],
  "F-07": [
    ...tested(verbs, "a second rating makes a change, and one that is taken back makes none"),
    ...tested("unit/skill-rating.test.ts", "ratings stand in the order of a mentorship"),
  ],
};
