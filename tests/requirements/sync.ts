import { type Requirements, tested } from "./requirement.ts";

export const sync: Requirements = {
  "N-10": [
    ...tested(
      "e2e/sync.test.ts",
      "it is off at first, says what would leave the computer, and asks the network for nothing",
    ),
    ...tested(
      "e2e/sync-troubles.test.ts",
      "every request is counted, by site and reason",
      "stopped everything is still here, and nothing is asked of the network any more",
    ),
    ...tested(
      "unit/requests.test.ts",
      "requests are counted by reason and site before they are made, and no address is kept",
      "a request that fails is counted too",
    ),
    ...tested(
      "e2e/main-path.test.ts",
      "nothing of all this asked the network for anything, nor does the page of Sync",
    ),
  ],
};
