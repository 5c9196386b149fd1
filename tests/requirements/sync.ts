import { type Requirements, tested } from "./requirement.ts";

export const sync: Requirements = {
  "N-06": [
    ...tested(
      "unit/sync-simulator.test.ts",
      "whatever the store and the browsers do, all end alike and nothing that was acknowledged is lost",
    ),
    ...tested(
      "unit/merge.test.ts",
      "merging edits is the same in whatever order, and as often as it is done",
    ),
    ...tested(
      "unit/sync-seal.test.ts",
      "browsers are in step over a store that holds none of their words",
      "a parcel that was changed anywhere, cut off or put in another place is refused",
      "whoever has the key cannot write under another writer’s name",
    ),
  ],
};
