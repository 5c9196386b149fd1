import { type Requirements, tested } from "./requirement.ts";

export const keys: Requirements = {
  "A-29": [
    ...tested(
      "unit/sync-keys.test.ts",
      "whatever a person does with keys, no secret and no name is stored in the open",
    ),
    ...tested(
      "unit/sync-rooms.test.ts",
      "somebody who found the text too is told apart by the words, and reads nothing",
    ),
  ],
};
