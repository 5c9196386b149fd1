import { type Requirements, tested } from "./requirement.ts";

const databases = "unit/replica.test.ts";
const run = "unit/spaces-run.test.ts";
const browsers = "e2e/two-browsers.test.ts";

export const replica: Requirements = {
  "N-10": [
    ...tested(
      run,
      "where nothing is set up, nothing is asked of the network",
      "nothing that was written can be read on the server",
    ),
    ...tested(browsers, "the storage holds none of it to be read"),
  ],
  "A-29": tested(databases, "the sample stays in its browser, with what was added to it"),
};
