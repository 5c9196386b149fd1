import { type Requirements, tested } from "./requirement.ts";

const e2e = "e2e/roadmap.test.ts";
const db = "component/db-roadmap.test.ts";

export const roadmap: Requirements = {
  "A-11": [
    ...tested(
      "unit/templates.test.ts",
      "the two worked examples have one goal with exactly five and exactly four steps",
    ),
    ...tested(db, "%s makes one goal with exactly %i dated steps, marked as from it, as one act"),
    ...tested(e2e, "the first page offers an example, and sets out with it"),
  ],
  "B-25": [
    ...tested(
      "unit/templates.test.ts",
      "a template is dated from its first day, over month ends, leap days and clock changes",
    ),
    ...tested(
      e2e,
      "from the gallery a template becomes dated milestones by keyboard alone, and one undo takes them back",
    ),
  ],
  "C-07": tested(
    e2e,
    "from the gallery a template becomes dated milestones by keyboard alone, and one undo takes them back",
  ),
  "C-10": [
    ...tested("unit/roadmap-picture.test.ts", "goals of the kinds %j have only %s"),
    ...tested(
      e2e,
      "from the gallery a template becomes dated milestones by keyboard alone, and one undo takes them back",
    ),
  ],
  "C-14": [
    ...tested(db, "that is moved to another phase keeps the day of it, and comes back with undo"),
    ...tested(
      e2e,
      "on the board a card is moved to the phase beside it by keyboard and by its menu, and the day is taken down",
    ),
  ],
  "F-09": [
    ...tested(
      e2e,
      "on the board a card is moved to the phase beside it by keyboard and by its menu, and the day is taken down",
      "the table has every milestone, is sorted by its columns, and does what the picture does",
      "by keyboard: along a lane, between lanes, to today, chosen, and moved by days as one act",
    ),
  ],
  "F-12": [
    ...tested(
      "unit/templates.test.ts",
      "are at least eight, each with a name of its own and everything a roadmap needs",
      "that is %s is refused with the reason",
    ),
    ...tested(
      db,
      "goes out in a file and into a clean profile, and gives the same milestones from a new start",
    ),
    ...tested(
      e2e,
      "the present roadmap is saved as a template, handed on in a file, and one that is none is refused",
    ),
  ],
};
