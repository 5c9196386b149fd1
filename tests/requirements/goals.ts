import { tested, type Requirements } from "./requirement.ts";

const path = "e2e/goals.test.ts";
const verbs = "component/db-goals.test.ts";
const rules = "unit/goal-rules.test.ts";
const plan = "unit/plan.test.ts";

export const goals: Requirements = {
  "A-10": [
    ...tested(
      path,
      "a plan of five steps is written with Enter alone and put in order by keyboard, and stands so after a restart",
      "a step is dragged to another place",
      "a step says its day, phase, tag and owner in short, and several pasted lines are several steps",
    ),
    ...tested(verbs, "keep the order they were put in, in another window too"),
    ...tested("unit/quick-add.test.ts", "each line of a pasted list is a step, without its bullet"),
  ],
  "A-16": [
    ...tested(
      path,
      "goals are looked at by horizon and in three lanes, and the counter warns when there are too many",
    ),
    ...tested(verbs, "the horizon of a goal is in the backup"),
  ],
  "A-22": tested(path, "what was changed while a meeting ran says so in the history"),
  "A-23": [
    ...tested(
      verbs,
      "weak parts of a plan go on the agenda before all else, linked and once, and come off it again",
    ),
    ...tested(path, "a weak step is first on the agenda of the next meeting"),
  ],
  "A-34": [
    ...tested(path, "an outcome that belongs to no goal is marked until it does"),
    ...tested(verbs, "outcomes belong to a goal, or say that they do not yet"),
  ],
  "A-35": [
    ...tested(rules, "each goal is in exactly one lane"),
    ...tested(
      path,
      "goals are looked at by horizon and in three lanes, and the counter warns when there are too many",
    ),
  ],
  "A-39": tested(
    path,
    "a due date before the start is refused with a message, and the strategy is only hinted at",
  ),
  "B-05": [
    ...tested(path, "progress by hand is a number with a comment, and its rule is said"),
    ...tested(rules, "is %s"),
  ],
  "B-19": tested(
    path,
    "a metric is kept with its values, as a chart in words and as a table, and answers whether we are there",
  ),
  "B-21": [
    ...tested(rules, "%i goals are %s"),
    ...tested(
      path,
      "goals are looked at by horizon and in three lanes, and the counter warns when there are too many",
    ),
  ],
  "C-06": [
    ...tested(rules, "no measure leaves M open, no date leaves T open"),
    ...tested(
      path,
      "an open letter leads to the field that fills it, and none of them keeps a goal from being saved",
    ),
  ],
  "C-07": tested(
    path,
    "a due date before the start is refused with a message, and the strategy is only hinted at",
  ),
  "C-08": [
    ...tested(verbs, "a due date before the start is refused: %s"),
    ...tested(
      path,
      "a due date before the start is refused with a message, and the strategy is only hinted at",
    ),
  ],
  "C-09": [
    ...tested(
      verbs,
      "is words, a link, the name of a file or a metric, and knows the meeting whose notes it is from",
    ),
    ...tested(
      path,
      "reaching a milestone offers a checkpoint, which can be left out or written, and evidence knows its meeting",
    ),
  ],
  "C-10": tested(rules, "goals of the kinds %o are all of the kind %s"),
  "C-11": [
    ...tested(verbs, "the mentor's view is kept with the meeting under way, else with the one held last"),
    ...tested(
      path,
      "the mentor’s view is kept with the meeting it was said in",
      "goals are sorted by priority, and put in order by keyboard and with a reason",
    ),
  ],
  "C-12": [
    ...tested(path, "goals are sorted by priority, and put in order by keyboard and with a reason"),
    ...tested(verbs, "goals are put in order, with a reason in their history"),
  ],
  "C-13": [
    ...tested(rules, "a goal %s"),
    ...tested(verbs, "an edit after both agreed marks it, and agreeing again on the same day clears that"),
    ...tested(path, "editing after both agreed marks the goal as changed since"),
  ],
  "C-14": tested(verbs, "remember since when they stand in a phase that they were moved to"),
  "C-15": [
    ...tested(plan, "from %s by %o"),
    ...tested(verbs, "are spread over months from a day, and a month that is too short takes its last day"),
    ...tested(path, "a step moves to another goal, and open steps are spread over the months"),
  ],
  "C-16": tested(
    path,
    "reaching a milestone offers a checkpoint, which can be left out or written, and evidence knows its meeting",
  ),
  "C-46": [
    ...tested(
      "unit/metrics.test.ts",
      "that is better %s, from %o to %o, at %o: %o",
      "is a whole number from 0 to 100, and never goes back while the value gets better",
    ),
    ...tested(verbs, "are kept with their dated values, the earliest first, and go with their goal"),
    ...tested(
      path,
      "a metric is kept with its values, as a chart in words and as a table, and answers whether we are there",
    ),
  ],
  "C-51": tested(verbs, "all of it is kept, and emptied again"),
  "F-06": tested(
    path,
    "an open letter leads to the field that fills it, and none of them keeps a goal from being saved",
    "goals are looked at by horizon and in three lanes, and the counter warns when there are too many",
  ),
  "F-08": [
    ...tested(
      "unit/quick-add.test.ts",
      "%s",
      "never throws, and what it does not understand stays, word for word and in its order",
    ),
    ...tested(
      path,
      "a step says its day, phase, tag and owner in short, and several pasted lines are several steps",
    ),
    ...tested(plan, "a step moves past its neighbour, and past the end of its phase into the next"),
    ...tested(verbs, "are added several at a time as one act, which one undo takes back"),
  ],
  "F-09": tested(path, "a step moves to another goal, and open steps are spread over the months"),
  "F-10": [
    ...tested(rules, "is %s"),
    ...tested(path, "progress by hand is a number with a comment, and its rule is said"),
  ],
  "F-11": [
    ...tested(plan, "takes along what is open and dated, and nothing else"),
    ...tested(path, "a start that moved offers to move the undone steps too, and undo takes that back"),
  ],
  "F-32": tested(
    path,
    "a metric is kept with its values, as a chart in words and as a table, and answers whether we are there",
  ),
};
