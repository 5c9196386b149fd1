import { randomHex, utf8 } from "./bytes.ts";
import { newSecret, type Secret, unwrap, wrap } from "./envelope.ts";
import {
  type Holder,
  holderId,
  holderOf,
  type HolderWords,
  type Identity,
  newIdentity,
  spaceIdOf,
  verifyingKey,
} from "./identity.ts";
import { KeyError } from "./key-error.ts";
import { epochMark, keyName } from "./names.ts";
import {
  type Notice,
  openNotice,
  sealNotice,
  type SignedNotice,
  signNotice,
  writerNotice,
} from "./notice.ts";
import { epochKey, type Keyring } from "./seal.ts";
import { oneByte, putVerified } from "./session.ts";
import { epochsIn, keyFilesIn } from "./spaces.ts";
import { type Standing, standingOf } from "./standing.ts";
import type { Store } from "./store.ts";

/**
 * What a browser keeps of the keys of one space. Plain values and keys that cannot be read out: the database holds it as
 * it is. It only ever grows; each function gives back a new one, to be kept before another one is called with it.
 */
export interface SpaceKeys {
  v: 1;
  space: string;
  /** This browser, as the others know it. */
  me: Holder;
  identity: Identity;
  epochs: readonly EpochKey[];
  notices: readonly KeptNotice[];
}

export interface EpochKey {
  id: string;
  /** An HKDF key. */
  key: CryptoKey;
  /** The secret once more, so that it can be handed on: only this browser's identity opens it. */
  envelope: Uint8Array;
}

export interface KeptNotice extends SignedNotice {
  /** Of its file. */
  name: string;
}

/** Who has a say, and which key is written with. */
export function standing(keys: SpaceKeys): Standing {
  return standingOf(keys.notices.map(({ notice }) => notice));
}

/**
 * For {@link sealerOf}: everything that the browser can read, and what it writes with.
 * @throws KeyError `removed` where there is no key that it may write with
 */
export function keyringOf(keys: SpaceKeys): Keyring {
  const { current } = standing(keys);
  const epochs = new Map(keys.epochs.map(({ id, key }) => [id, key]));
  if (current === null || !epochs.has(current)) throw new KeyError("removed");
  return { space: keys.space, epochs, current };
}

/** True where this browser was removed by another: it sends and reads nothing any more. */
export function isRemoved(keys: SpaceKeys): boolean {
  return isOut(keys, keys.me.id);
}

/**
 * Whether somebody is out. Whoever is cannot read the notice that comes with the next key, only what is said with the one
 * before; who has a newer key is not out, whatever is said with an older one.
 */
export function isOut(keys: SpaceKeys, id: string): boolean {
  const { removed, current, holders } = standing(keys);
  if (removed.has(id)) return true;
  return keys.notices.some(
    ({ notice }) =>
      notice.what === "out" &&
      notice.epoch === current &&
      notice.ids.includes(id) &&
      holders.some(({ verifying }) => verifying === notice.by),
  );
}

export interface Started {
  keys: SpaceKeys;
  secret: Secret;
}

/**
 * Makes a space with its first key, and writes it; the notice that makes it one comes last.
 * @param others who is given the key besides this browser, once the space has a name
 * @param mayEnd is asked before the last step
 */
export async function newSpace(
  at: (space: string) => Store,
  words: HolderWords,
  others: (space: string) => Promise<readonly Holder[]>,
  mayEnd: (keys: SpaceKeys) => Promise<void>,
): Promise<Started> {
  const identity = await newIdentity();
  const by = await verifyingKey(identity);
  const space = await spaceIdOf(by);
  const store = at(space);
  const me = await holderOf(space, identity, words);
  const secret = await newSecret(space, 1);
  const holders = [me, ...(await others(space))];
  for (const holder of holders) await giveSecret(store, secret, holder);
  const place = { space, epoch: secret.epoch, by, at: words.at };
  const notice: Notice = { ...place, what: "epoch", parent: null, holders, removed: [] };
  const kept = await keptNotice(notice, { id: me.id, identity });
  const epochs = [await epochOf(secret, me)];
  const keys: SpaceKeys = { v: 1, space, me, identity, epochs, notices: [kept] };
  await mayEnd(keys);
  await putNotice(store, keys, kept);
  await putVerified({ store }, epochMark(secret.epoch), oneByte);
  return { keys, secret };
}

/**
 * The last steps of {@link newSpace} once more, where it broke off in them.
 * @param mayEnd is asked before the notice, where that is not there
 */
export async function endNewSpace(
  store: Store,
  keys: SpaceKeys,
  mayEnd: () => Promise<void>,
): Promise<SpaceKeys> {
  const [first] = keys.notices;
  const [epoch] = keys.epochs;
  if (!first || !epoch) throw new Error("A space begins with a key and a notice.");
  const [there] = (await readNotices(store, { ...keys, notices: [] })).filter(
    ({ signature }) => signature === first.signature,
  );
  // Each try has a name of its own: what lies under the first one may be half of it.
  const kept = there ?? { ...first, name: keyName(epoch.id, keys.me.id, "notice", randomHex(8)) };
  if (!there) {
    await mayEnd();
    await putNotice(store, keys, kept);
  }
  await putVerified({ store }, epochMark(epoch.id), oneByte);
  return { ...keys, notices: [kept] };
}

/** Writes a secret for one holder. */
export async function giveSecret(store: Store, secret: Secret, { id, recipient }: Holder): Promise<void> {
  const name = keyName(secret.epoch, id, "envelope", randomHex(8));
  await putVerified({ store }, name, await wrap(secret, recipient));
}

export async function epochOf(secret: Secret, me: Holder): Promise<EpochKey> {
  return {
    id: secret.epoch,
    key: await epochKey(secret.bytes),
    envelope: await wrap(secret, me.recipient),
  };
}

/** Signs a notice, writes it and keeps it. @param identity whose word it is, where it is not this browser's */
export async function addNotice(
  store: Store,
  keys: SpaceKeys,
  notice: Notice,
  signer: { id: string; identity: Identity } = { id: keys.me.id, identity: keys.identity },
): Promise<SpaceKeys> {
  const kept = await keptNotice(notice, signer);
  await putNotice(store, keys, kept);
  return { ...keys, notices: [...keys.notices, kept] };
}

async function keptNotice(
  notice: Notice,
  { id, identity }: { id: string; identity: Identity },
): Promise<KeptNotice> {
  const name = keyName(notice.epoch, id, "notice", randomHex(8));
  return { name, ...(await signNotice(notice, identity)) };
}

async function putNotice(store: Store, { epochs }: SpaceKeys, kept: KeptNotice): Promise<void> {
  const key = epochs.find(({ id }) => id === kept.notice.epoch)?.key;
  if (!key) throw new Error("The notice is of an epoch that is not here.");
  await putVerified({ store }, kept.name, await sealNotice(kept, key));
}

/**
 * Says that the batches of a writer are this browser's. Before it is said, the others do not read them.
 * @param writing the key of {@link SpaceState}
 */
export async function announceWriter(
  store: Store,
  keys: SpaceKeys,
  writing: CryptoKeyPair,
  now: number,
): Promise<SpaceKeys> {
  const { current: epoch } = keyringOf(keys);
  const notice = await writerNotice({ space: keys.space, epoch, at: now }, keys.identity, writing);
  if (notice.what === "writer" && standing(keys).writers.get(notice.writer) === keys.me.id) return keys;
  return addNotice(store, keys, notice);
}

/**
 * Looks whether there are keys or notices that are not here yet.
 * @returns the same object where there are none
 * @throws StoreError
 */
export async function refreshKeys(store: Store, keys: SpaceKeys): Promise<SpaceKeys> {
  let { epochs } = keys;
  for (const id of await epochsIn(store)) {
    if (epochs.some((epoch) => epoch.id === id)) continue;
    const { secret } = await openEpoch(store, { space: keys.space, epoch: id }, keys);
    if (secret) epochs = [...epochs, await epochOf(secret, keys.me)];
  }
  const notices = await readNotices(store, { ...keys, epochs });
  if (epochs === keys.epochs && notices.length === 0) return keys;
  return { ...keys, epochs, notices: [...keys.notices, ...notices] };
}

/** The secrets that this browser has, to hand them on. */
export async function secretsOf({ space, epochs, identity }: SpaceKeys): Promise<readonly Secret[]> {
  return Promise.all(epochs.map(({ id, envelope }) => unwrap(envelope, identity, { space, epoch: id })));
}

/**
 * Writes once more what a storage has lost that was emptied or set back: else the space could not be opened any more with
 * the recovery code, though everything in it was sent again.
 */
export async function restoreKeys(store: Store, keys: SpaceKeys): Promise<SpaceKeys> {
  const { holders, removed } = standing(keys);
  let { notices } = keys;
  for (const secret of await secretsOf(keys)) {
    const files = await keyFilesIn(store, secret.epoch);
    for (const each of holders) {
      const has = files.some(({ holder, file }) => holder === each.id && file === "envelope");
      if (!has) await giveSecret(store, secret, each);
    }
    for (const kept of keys.notices) {
      if (kept.notice.epoch !== secret.epoch || files.some(({ name }) => name === kept.name)) continue;
      const name = keyName(secret.epoch, await holderId(keys.space, kept.notice.by), "notice", randomHex(8));
      await putNotice(store, keys, { ...kept, name });
      notices = notices.map((each) => (each === kept ? { ...kept, name } : each));
    }
    const mark = epochMark(secret.epoch);
    if ((await store.get(mark)) === null) await putVerified({ store }, mark, oneByte);
  }
  for (const { id, stretching } of holders) {
    if (stretching === undefined || removed.has(id)) continue;
    const shown = await Promise.all(keys.epochs.map((epoch) => keyFilesIn(store, epoch.id)));
    const isThere = shown.flat().some(({ holder, file }) => holder === id && file === "kdf");
    if (!isThere) await putStretching(store, keyringOf(keys).current, id, stretching);
  }
  return { ...keys, notices };
}

/** Writes how a passphrase becomes a holder's keys, in the open. @param stretching as JSON */
export async function putStretching(
  store: Store,
  epoch: string,
  holder: string,
  stretching: string,
): Promise<void> {
  await putVerified({ store }, keyName(epoch, holder, "kdf", randomHex(8)), utf8(stretching));
}

/** Storages answer half of a file now and then, and without this one a browser would be let in to what is old only. */
const readTries = 3;

/**
 * The secret of an epoch, out of the envelopes that lie there for one holder.
 * @returns why not, where there are some and none opens
 */
export async function openEpoch(
  store: Store,
  place: Omit<Secret, "bytes">,
  { me, identity }: { me: { id: string }; identity: Identity },
): Promise<{ secret?: Secret; failure?: KeyError }> {
  let failure: KeyError | undefined;
  for (const { name, holder, file } of await keyFilesIn(store, place.epoch)) {
    if (holder !== me.id || file !== "envelope") continue;
    for (let tries = 0; tries < readTries; tries += 1) {
      const bytes = await store.get(name);
      if (!bytes) break;
      try {
        return { secret: await unwrap(bytes, identity, place) };
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        failure = error;
      }
    }
  }
  return failure ? { failure } : {};
}

/** The notices that the store shows, can be read with these keys, and are not among them. What cannot be read is passed over. */
export async function readNotices(
  store: Store,
  { space, epochs, notices }: Pick<SpaceKeys, "space" | "epochs" | "notices">,
): Promise<readonly KeptNotice[]> {
  const known = new Set(notices.map(({ name }) => name));
  const signatures = new Set(notices.map(({ signature }) => signature));
  const found: KeptNotice[] = [];
  for (const { id, key } of epochs) {
    for (const { name, file } of await keyFilesIn(store, id)) {
      if (file !== "notice" || known.has(name)) continue;
      const bytes = await store.get(name);
      const signed = bytes ? await readable(bytes, space, id, key) : undefined;
      if (!signed || signatures.has(signed.signature)) continue;
      signatures.add(signed.signature);
      found.push({ name, ...signed });
    }
  }
  return found;
}

async function readable(
  bytes: Uint8Array,
  space: string,
  epoch: string,
  key: CryptoKey,
): Promise<SignedNotice | undefined> {
  try {
    return await openNotice(bytes, space, epoch, key);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    return undefined;
  }
}
