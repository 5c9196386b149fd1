import { announceWriter, isRemoved, keyringOf, refreshKeys, type SpaceKeys, standing } from "./keys.ts";
import { KeyError } from "./key-error.ts";
import { mendKeys } from "./rotation.ts";
import { sealerOf } from "./seal.ts";
import type { Gate } from "./session.ts";
import { isRead, readFrom } from "./standing.ts";
import type { Store } from "./store.ts";

export interface GatePorts {
  /** Of the space. */
  store: Store;
  keys: SpaceKeys;
  /** Keeps them, on disk when it returns. */
  save: (keys: SpaceKeys) => Promise<void>;
  /** Epoch ms. */
  now: () => number;
}

/**
 * What lets the engine follow the keys of a space, for one sync: the store is asked for new ones only where the listing
 * that is made anyway shows a key or a writer that is not known. A sync fails with a {@link KeyError} `removed` where this
 * browser was removed.
 */
export function gateOf({ store, save, now, ...ports }: GatePorts): Gate {
  let { keys } = ports;
  const keep = async (next: SpaceKeys): Promise<void> => {
    if (next === keys) return;
    await save(next);
    keys = next;
  };
  return {
    enter: async ({ epochs, heads, writing }) => {
      const { writers } = standing(keys);
      const hasNews =
        epochs.some((epoch) => !keys.epochs.some(({ id }) => id === epoch)) ||
        heads.some(({ writer }) => !writers.has(writer));
      if (hasNews) await keep(await refreshKeys(store, keys));
      if (isRemoved(keys)) throw new KeyError("removed");
      await keep(await mendKeys(store, keys, now()));
      await keep(await announceWriter(store, keys, writing as CryptoKeyPair, now()));
      return { sealer: sealerOf(keyringOf(keys)), heads: readFrom(standing(keys), heads) };
    },
    reads: (batch) => isRead(standing(keys), batch),
    trusts: (writer) => isRead(standing(keys), { writer, seq: Number.MAX_SAFE_INTEGER }),
  };
}
