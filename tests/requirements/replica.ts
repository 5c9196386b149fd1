import { type Requirements, tested } from "./requirement.ts";

export const replica: Requirements = {
  "A-29": [
    ...tested("unit/replica.test.ts", "the sample stays in its browser, with what was added to it"),
    ...tested(
      "unit/spaces-run.test.ts",
      "where nothing is set up, nothing is asked of the network",
      "nothing that was written can be read on the server",
    ),
    ...tested("e2e/two-browsers.test.ts", "the storage holds none of it to be read"),
  ],
};
