import { describe } from "vitest";
import { type MemoryStore, memoryStore } from "@/tests/sync/memory-store.ts";
import { storeContract } from "@/tests/sync/store-contract.ts";

describe("the storage in memory, on which the simulator stands", () => {
  const spaces = new Map<string, MemoryStore>();
  storeContract({
    open: (space) => {
      const store = spaces.get(space) ?? memoryStore();
      spaces.set(space, store);
      return store;
    },
  });
});
