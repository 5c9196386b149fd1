import { gateOf } from "@/lib/sync/gate.ts";
import { keyringOf, refreshKeys, type SpaceKeys } from "@/lib/sync/keys.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import type { Store } from "@/lib/sync/store.ts";
import { type TestBrowser, testBrowser } from "./browser.ts";

/** A browser of a test with keys of its own, which it follows as it syncs. */
export interface KeyedBrowser extends TestBrowser {
  keys: SpaceKeys;
  store: Store;
  /** Looks for keys, as a sync does. */
  refresh: () => Promise<SpaceKeys>;
}

export function keyedBrowser(root: Store, keys: SpaceKeys): KeyedBrowser {
  const store = spaceStore(root, keys.space);
  const browser: KeyedBrowser = {
    ...testBrowser(store, sealerOf(keyringOf(keys)), () =>
      gateOf({
        store,
        keys: browser.keys,
        save: async (next) => {
          await Promise.resolve();
          browser.keys = structuredClone(next);
        },
        now: () => browser.now,
      }),
    ),
    keys,
    store,
    refresh: async () => {
      browser.keys = await refreshKeys(store, browser.keys);
      return browser.keys;
    },
  };
  return browser;
}
