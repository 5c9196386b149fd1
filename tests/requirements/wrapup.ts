import { type Requirements, tested } from "./requirement.ts";

const record = "unit/meeting-record.test.ts";
const after = "component/after-meeting.test.ts";
const db = "component/db-wrap-up.test.ts";
const carry = "unit/carry-over.test.ts";
const inTheNotes = "e2e/notes-to-promises.test.ts";
const inThePanel = "e2e/after-meeting.test.ts";

const unconfirmed = "marks in the notes are read at the wrap-up, and nothing of it is saved before Finish";
const oneRow = "each meeting that was held has exactly one row, with what was said and agreed on in it";
const exactlyOne =
  "whatever happens to meetings, each open topic is on exactly one agenda, that of the earliest future meeting";
const movedAlong =
  "takes along its focus, its notes, what waits to be confirmed and its topics, and is taken back whole";

export const wrapup: Requirements = {
  "A-46": [
    ...tested(
      record,
      oneRow,
      "as CSV is read again as it was, and runs no formula",
      "as Markdown keeps its cells, whatever is in them",
    ),
    ...tested(
      inThePanel,
      "the record has a row for each meeting that was held, and is saved as CSV and Markdown",
    ),
  ],
  "A-47": tested(record, oneRow),
  "A-59": [
    ...tested(after, "thanks are proposed from what may be told, and given they are in the journal"),
    ...tested(inThePanel, "after a meeting thanks, usefulness and what was accomplished are said and kept"),
  ],
  "B-11": tested(
    after,
    "in Separation the wrap-up proposes a month after the first meeting there, whatever was agreed on",
  ),
  "F-15": [
    ...tested(
      after,
      movedAlong,
      "because nobody came stays what it was, and its topics go on to the new date",
      "by two windows at once has one new date, and the second is told",
    ),
    ...tested(inThePanel, "nobody came: whose, why, another date with the topics, and all of it taken back"),
  ],
  "F-16": [...tested(carry, exactlyOne), ...tested(after, movedAlong)],
  "F-19": [
    ...tested(db, "makes promises of what is kept, drops the rest, carries topics on and plans the next"),
    ...tested(inTheNotes, unconfirmed),
    ...tested(inThePanel, "after a meeting thanks, usefulness and what was accomplished are said and kept"),
    ...tested(
      after,
      "what was refused at the wrap-up stays so when it is opened again, and when it was taken back",
      "the title of a step that is being rewritten outlives the panel, and is what Finish keeps",
      "of two windows that finish one wrap-up with different ticks the second is told, and can save its own",
      "the next date that was chosen outlives the panel, until Finish",
    ),
  ],
  "N-04": [...tested(carry, exactlyOne), ...tested(after, movedAlong)],
  "N-13": [
    ...tested(inTheNotes, unconfirmed),
    ...tested(db, "is not kept twice when the wrap-up is finished again"),
  ],
  "N-17": tested(record, "all meetings with one person are one document, each under its day"),
};
