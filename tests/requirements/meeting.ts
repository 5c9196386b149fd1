import { type Requirements, tested } from "./requirement.ts";

const byHand = "e2e/agenda-by-hand.test.ts";
const focus = "e2e/meeting-focus.test.ts";
const keys = "e2e/panel-keys.test.ts";
const verbs = "component/db-agenda.test.ts";
const search = "e2e/search.test.ts";
const found = "component/db-search.test.ts";
const calendar = "e2e/calendar.test.ts";
const imported = "component/calendar-import.test.ts";
const answers = "component/reminder-answers.test.ts";

const toNextFocus =
  "what is made the focus is that of the next meeting, names where it comes from, and goes along when it moves";
const carried = "what was not talked about is carried over to the next meeting, what was parked is told of";
const moved = "a topic is moved by Alt and an arrow key or by its dot, over the head of a part and back";
const bank = "the bank: 29 questions that ship, one's own, a file of them, each act taken back";
const eachRecord = "every text of every schema is found, or left out on purpose";
const fromFile =
  "a file is shown first, taken in as one act that can be undone, and followed when it is chosen again";
const lengths = "another kind of meeting brings its length and name, until the person says otherwise";
const taken = "advice is taken up as a promise once, and what came of it makes it applied";

export const meeting: Requirements = {
  "A-25": [
    ...tested(
      byHand,
      bank,
      "a question of the bank is put on the agenda, and is not offered while it is there",
    ),
    ...tested(
      verbs,
      "questions of the bank stand in the agenda of a kickoff, or beside one that has no part for them",
    ),
  ],
  "A-56": [
    ...tested(focus, "a development need is made the focus, and without a meeting ahead it says what to do"),
    ...tested(verbs, toNextFocus),
  ],
  "A-57": tested(
    byHand,
    "what is sensitive, comes every time and was looked up is said under the topic, and taken back",
  ),
  "B-06": [
    ...tested("unit/brief.test.ts", "an obstacle stands in the way until it is overcome or parked"),
    ...tested(verbs, "an obstacle is in the brief as long as it stands in the way"),
  ],
  "B-08": tested(verbs, taken),
  "C-39": [
    ...tested(
      "unit/question-bank.test.ts",
      "each kind of meeting has its parts: a kickoff goes from getting to know each other to the next meeting",
    ),
    ...tested(focus, lengths),
  ],
  "F-16": tested(
    byHand,
    moved,
    "a topic is dragged to its place and into a part; both are taken back",
    "a topic is parked and brought back, by the toast, the key and its button",
    "a topic is split in its place, and is one again",
    carried,
  ),
  "F-18": [
    ...tested(
      focus,
      "a goal is made the focus of the next meeting: Today and the brief name it, and it is taken back",
      "in the brief the question is written and the goal chosen that it serves",
    ),
    ...tested(byHand, carried),
  ],
  "F-19": tested(verbs, "a meeting tells of each topic that it did not get to where it is now"),
  "F-20": [
    ...tested(
      "e2e/main-path.test.ts",
      "what is promised during the call is taken down and confirmed at the wrap-up",
    ),
    ...tested(verbs, taken),
    ...tested(
      answers,
      "reminders of every kind are put off in one act, and undo brings all of them back",
      "what the buttons of a notification say is kept, whatever else is dead",
    ),
  ],
  "F-27": tested(byHand, bank),
  "F-29": [
    ...tested(calendar, fromFile),
    ...tested(
      imported,
      "a changed time moves it as by hand: the old date stays as moved, the focus goes along, and so does the agenda",
      "a meeting that was planned by hand becomes the calendar's, and a new one is planned, as one act",
    ),
    ...tested("unit/ics.test.ts", "each calendar has its expectation"),
  ],
  "F-44": [
    ...tested(
      search,
      "what is typed is found at once, by kind, with what was looked for marked",
      "arrow keys go through what was found, Enter opens it, and back leads to the results",
    ),
    ...tested(
      found,
      "what is written is found at once, by what it says now and not by what it said before",
      "in Japanese, Arabic and Hebrew, and a phrase only where it stands",
    ),
    ...tested("unit/search-match.test.ts", eachRecord),
  ],
  "U-28": [
    ...tested(
      keys,
      "in the notes Enter goes on with a list, Tab indents it, and the undo key is the editor's own",
      "Ctrl+Enter takes down what stands in the capture line and leaves the cursor there",
      "? leads to the list of keys where nothing is written, and not at all where single keys are off",
    ),
    ...tested(search, "Ctrl+K and / lead to the search, and in a text / is a character"),
    ...tested(byHand, moved),
  ],
  "U-32": [
    ...tested(
      "unit/ics.test.ts",
      "each calendar has its expectation",
      "times without a zone are those of the calendar, else of the reader",
      "who takes part is told by name and address, and no passcode is kept",
    ),
    ...tested(
      "unit/calendar-link.test.ts",
      "is given up after five layers",
      "a room of a known site has its key",
    ),
  ],
  "U-38": [
    ...tested(
      search,
      "what is typed is found at once, by kind, with what was looked for marked",
      "filters narrow it down, and one that means nothing says so",
      "what led somewhere is offered again, until it is cleared",
    ),
    ...tested(found, "filters: kind, person, goal, tag, day, state"),
    ...tested("unit/search-query.test.ts", "words and filters stand in any order"),
  ],
};
