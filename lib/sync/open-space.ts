import { utf8 } from "./bytes.ts";
import {
  type Holder,
  consentingHolder,
  hasConsent,
  holderId,
  holderOf,
  type Identity,
  identityFrom,
  newIdentity,
  verifyingKey,
} from "./identity.ts";
import { KeyError } from "./key-error.ts";
import {
  addNotice,
  endNewSpace,
  epochOf,
  giveSecret,
  isOut,
  newSpace,
  openEpoch,
  readNotices,
  type SpaceKeys,
  standing,
} from "./keys.ts";
import type { Secret } from "./envelope.ts";
import { epochMark } from "./names.ts";
import { newRecoveryCode, readRecoveryCode } from "./recovery-code.ts";
import { epochsIn, foundSpace, keyFilesIn, spaceStore } from "./spaces.ts";
import type { Store } from "./store.ts";

/** Of this browser, as the person's other browsers will list it. */
export interface BrowserWords {
  name: string;
  /** Epoch ms. */
  now: number;
}

/**
 * Begins a space on a storage that has none.
 * @param keep keeps what is needed to open it before the last step, so that there is never a space that nobody can open.
 *   Where the start fails after it, it is of a space that may or may not exist: {@link finishSpace}, {@link abandonSpace}
 * @returns the keys, and the recovery code to be shown: it is written down nowhere else
 * @throws KeyError `spaceThere` where the storage has one
 */
export async function beginSpace(
  root: Store,
  { name, now }: BrowserWords,
  keep: (made: { keys: SpaceKeys; code: string }) => Promise<void> = () => Promise.resolve(),
): Promise<{ keys: SpaceKeys; code: string }> {
  const code = await newRecoveryCode();
  await mustBeEmpty(root);
  const { keys } = await newSpace(
    (space) => spaceStore(root, space),
    { kind: "browser", name, at: now },
    async (space) => [await codeHolder(space, code, now)],
    // Once more at the end: another browser may have begun one meanwhile, and a listing may be stale.
    async (begun) => {
      await mustBeEmpty(root);
      await keep({ keys: begun, code });
    },
  );
  return { keys, code };
}

async function mustBeEmpty(root: Store, apartFrom?: string): Promise<void> {
  const found = await foundSpace(root);
  if (found.kind === "spaces" && found.spaces.some(({ space }) => space !== apartFrom))
    throw new KeyError("spaceThere");
}

/**
 * Does the last steps of a start that broke off, those of them that are not done.
 * @param keys as `keep` of {@link beginSpace} was given them
 * @throws KeyError `spaceThere` where another space was begun there meanwhile
 */
export async function finishSpace(root: Store, keys: SpaceKeys): Promise<SpaceKeys> {
  return endNewSpace(spaceStore(root, keys.space), keys, () => mustBeEmpty(root, keys.space));
}

/** Takes away what was written of a space that nobody else was let into. */
export async function abandonSpace(root: Store, keys: SpaceKeys): Promise<void> {
  const store = spaceStore(root, keys.space);
  // Without a notice it is none: so they go first, also those that a listing does not show.
  for (const { name } of keys.notices) await store.remove(name);
  for (const { id } of keys.epochs) {
    const files = await keyFilesIn(store, id);
    for (const { name } of files.filter(({ file }) => file === "notice")) await store.remove(name);
    for (const { name } of files) await store.remove(name);
    await store.remove(epochMark(id));
  }
}

/** The identity that a recovery code stands for. @throws CodeError */
export async function codeIdentity(typed: string): Promise<Identity> {
  return identityFrom(utf8(await readRecoveryCode(typed)));
}

/** A recovery code as a holder of a space. @param now epoch ms */
export async function codeHolder(space: string, typed: string, now: number): Promise<Holder> {
  return consentingHolder(space, await codeIdentity(typed), { kind: "code", name: "", at: now });
}

/**
 * Opens a space with the recovery code alone and lets this browser in.
 * @throws CodeError where the code cannot be one
 * @throws KeyError `noSpace`, `wrongCode`, `replaced`, `unfinished`, `damaged` or `newer`
 * @throws StoreError
 */
export async function openWithCode(root: Store, typed: string, words: BrowserWords): Promise<SpaceKeys> {
  const identity = await codeIdentity(typed);
  const found = await foundSpace(root);
  if (found.kind !== "spaces") throw new KeyError("noSpace");
  let failure = new KeyError("wrongCode");
  for (const { space } of found.spaces) {
    try {
      return await openAs(spaceStore(root, space), space, identity, words);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      if (error.failure !== "wrongCode") failure = error;
    }
  }
  throw failure;
}

/**
 * Opens a space as one of its holders, and lets this browser in on that holder's word.
 * @throws KeyError `wrongCode` where the space knows no such holder, `replaced`, `unfinished`, `damaged`, `newer`
 */
export async function openAs(
  store: Store,
  space: string,
  identity: Identity,
  { name, now }: BrowserWords,
): Promise<SpaceKeys> {
  const asker = { id: await holderId(space, await verifyingKey(identity)), identity };
  const secrets = await openSecrets(store, space, asker);
  const mine = await newIdentity();
  const me = await holderOf(space, mine, { kind: "browser", name, at: now });
  const epochs = await Promise.all(secrets.map((secret) => epochOf(secret, me)));
  const notices = await readNotices(store, { space, epochs, notices: [] });
  const keys: SpaceKeys = { v: 1, space, me, identity: mine, epochs, notices };
  const { current, holders } = standing(keys);
  if (isOut(keys, asker.id)) throw new KeyError("replaced");
  const holder = holders.find(({ id }) => id === asker.id);
  if (current === null || !holder || !epochs.some(({ id }) => id === current))
    throw new KeyError("unfinished");
  if (!(await hasConsent(space, holder))) throw new KeyError("damaged");
  return letIn(store, keys, { secrets, holder: me, now }, asker);
}

/** @throws KeyError where there is none; what cannot be opened of several is old, or is given again by who has it */
async function openSecrets(
  store: Store,
  space: string,
  { id, identity }: { id: string; identity: Identity },
): Promise<readonly Secret[]> {
  const secrets: Secret[] = [];
  let why = new KeyError("wrongCode");
  for (const epoch of await epochsIn(store)) {
    const { secret, failure } = await openEpoch(store, { space, epoch }, { me: { id }, identity });
    if (secret) secrets.push(secret);
    if (failure) why = failure.failure === "newer" ? failure : new KeyError("damaged", { cause: failure });
  }
  if (secrets.length === 0) throw why;
  return secrets;
}

/**
 * Gives somebody every key there is, and says so to the others.
 * @param signer on whose word, where it is not this browser's
 */
export async function letIn(
  store: Store,
  keys: SpaceKeys,
  { secrets, holder, now }: { secrets: readonly Secret[]; holder: Holder; now: number },
  signer: { id: string; identity: Identity } = { id: keys.me.id, identity: keys.identity },
): Promise<SpaceKeys> {
  const { current } = standing(keys);
  if (current === null) throw new KeyError("removed");
  for (const secret of secrets) await giveSecret(store, secret, holder);
  const by = await verifyingKey(signer.identity);
  const notice = { space: keys.space, epoch: current, by, at: now, what: "add", holder } as const;
  return addNotice(store, keys, notice, signer);
}
