import { type Requirements, tested } from "./requirement.ts";

const both = "unit/room-exchange.test.ts";
const laws = "unit/room-laws.test.ts";
const files = "unit/room-file.test.ts";
const room = "component/room.test.ts";
const people = "e2e/room-exchange.test.ts";

const roundTrip = [
  ...tested(
    both,
    "both sides have both sides' things, each under its author's name",
    "the same field changed by both is in conflict on both sides, and one choice settles it for both",
  ),
  ...tested(
    laws,
    "files in any order, old ones again and with clocks that go wrong: both end alike, and nothing is lost or doubled",
  ),
];
const storage = "unit/room-space.test.ts";
const overStorage = [
  ...tested(
    storage,
    "a guest is let in by an invitation and five words, and both see what is shared, with its author",
    "who was removed reads and writes nothing more, and is told; what they wrote stays",
    "a person’s other browser comes into the room by itself, and knows what is its own",
  ),
  ...tested(
    "e2e/room-storage.test.ts",
    "what one writes reaches the other and back, and no word of it is to be read on the server",
  ),
];
const twoBrowsers = tested(people, "two people exchange files: there, back, a conflict, and both end alike");
const neverShared = tested(room, "is never what is sensitive, confidential, unconfirmed or a draft");
const noPrivateWord = tested(
  laws,
  "a private word never gets into a file, whatever is shared and taken back",
);

export const exchange: Requirements = {
  "F-37": [
    ...roundTrip,
    ...twoBrowsers,
    ...tested(
      both,
      "several edits of one side, whose files come late or in no order, are no conflict",
      "a file that was taken in can be taken back, and taken in again",
      "both made a file first: two names become one room",
      "fields of a later version are kept and passed on",
    ),
    ...tested(
      room,
      "finds the mentorship by the name, and goes in as one act that the undo key takes back",
      "begins a mentorship from the other side where there is none",
      "leaves the data sound: rows, log, counts and search fit together",
      "in two windows at once goes in once",
      "stays to be read when the mentorship has ended, and goes and comes back with it in the trash",
    ),
  ],
  "N-06": [
    ...tested(files, "is read as it was made", "300 damaged ones are refused with a reason"),
    ...tested(
      room,
      "by another key than the one that is known changes nothing until somebody says that it is theirs",
    ),
    ...tested(people, "a file locked with a passphrase opens with age and in Milepost"),
    ...twoBrowsers,
  ],
  "A-29": [...neverShared, ...noPrivateWord],
  "A-58": neverShared,
  "B-26": [...twoBrowsers, ...overStorage],
  "C-32": tested(people, "a recap and a takeaway reach the other person"),
  "C-42": [...roundTrip, ...twoBrowsers, ...overStorage],
};
