import {
  announceWriter,
  isRemoved,
  keyringOf,
  refreshKeys,
  restoreKeys,
  type SpaceKeys,
  standing,
} from "./keys.ts";
import { KeyError } from "./key-error.ts";
import { mendKeys } from "./rotation.ts";
import { sealerOf } from "./seal.ts";
import { epochMark } from "./names.ts";
import { type Gate, oneByte, putVerified } from "./session.ts";
import { isRead, isRefused, readFrom } from "./standing.ts";
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
  let known = standing(keys);
  const keep = async (next: SpaceKeys): Promise<void> => {
    if (next === keys) return;
    await save(next);
    keys = next;
    known = standing(keys);
  };
  return {
    enter: async ({ epochs, heads, writing, isHealing }) => {
      const hasNews =
        epochs.some((epoch) => !hasNoticeOf(keys, epoch)) ||
        lacksParent(keys) ||
        heads.some(({ writer }) => !known.writers.has(writer));
      if (hasNews) await keep(await refreshKeys(store, keys));
      if (isRemoved(keys)) throw new KeyError("removed");
      if (isHealing) await keep(await restoreKeys(store, keys));
      await keep(await mendKeys(store, keys, now()));
      // A change of the key may have broken off just before it, and the others look for no key that is not marked.
      const mark = epochMark(keyringOf(keys).current);
      if (!epochs.some((epoch) => epochMark(epoch) === mark)) await putVerified({ store }, mark, oneByte);
      await keep(await announceWriter(store, keys, writing as CryptoKeyPair, now()));
      return { sealer: sealerOf(keyringOf(keys)), heads: readFrom(known, heads) };
    },
    reads: (batch) => isRead(known, batch),
    refuses: (batch) => isRefused(known, batch),
    trusts: (writer) => isRead(known, { writer, seq: Number.MAX_SAFE_INTEGER }),
  };
}

/** A key may have been read while its notice could not be. */
function hasNoticeOf({ epochs, notices }: SpaceKeys, epoch: string): boolean {
  return (
    epochs.some(({ id }) => id === epoch) &&
    notices.some(({ notice }) => notice.what === "epoch" && notice.epoch === epoch)
  );
}

/** A key was read and the one before it could not be, so it does not count yet; that one may have no mark. */
function lacksParent(keys: SpaceKeys): boolean {
  return keys.notices.some(
    ({ notice }) => notice.what === "epoch" && notice.parent !== null && !hasNoticeOf(keys, notice.parent),
  );
}
