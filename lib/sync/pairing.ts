import { BlockError, readBlock, writeBlock } from "./block.ts";
import { areSameWords, checkWords } from "./check-words.ts";
import { type Holder, holderOf, type Identity, isHolder, newIdentity } from "./identity.ts";
import { KeyError } from "./key-error.ts";
import {
  epochOf,
  isRemoved,
  openEpoch,
  readNotices,
  refreshKeys,
  secretsOf,
  type SpaceKeys,
  standing,
} from "./keys.ts";
import { isWriter } from "./names.ts";
import { type BrowserWords, letIn } from "./open-space.ts";
import { epochsIn } from "./spaces.ts";
import type { Store } from "./store.ts";

/*
 * A second browser of one's own, without the recovery code:
 *
 *     new browser                          old browser
 *     askToJoin ── block, by any way ────► readRequest
 *     shows five words                     shows five words, a person compares
 *                                          confirmRequest ── envelopes, notice ──► storage
 *     completeJoin ◄───────────────────────────────────────────────────────────── storage
 */

const kind = "browser";
const minuteMs = 60_000;
/** How long a request can be confirmed. */
export const requestLastsMs = 30 * minuteMs;
/** Two clocks may differ. */
const clockSlackMs = 24 * 60 * minuteMs;

/** What the new browser keeps while it waits. Plain values and keys; the database can hold it. */
export interface JoinWait {
  space: string;
  identity: Identity;
  me: Holder;
  /** Epoch ms, by its own clock. */
  expires: number;
}

export interface JoinAsked {
  wait: JoinWait;
  /** To be pasted into the other browser, or shown as a QR code. There is nothing secret in it. */
  block: string;
  words: string;
}

/** In the new browser. @param space as {@link foundSpace} tells it */
export async function askToJoin(space: string, { name, now }: BrowserWords): Promise<JoinAsked> {
  const identity = await newIdentity();
  const me = await holderOf(space, identity, { kind: "browser", name, at: now });
  return {
    wait: { space, identity, me, expires: now + requestLastsMs },
    block: await writeBlock(kind, { space, holder: me }),
    words: await wordsOf(space, me),
  };
}

const wordsOf = (space: string, holder: Holder): Promise<string> =>
  checkWords(["browser", space, holder.verifying, holder.recipient, holder.name, String(holder.at)]);

export interface JoinRequest {
  space: string;
  holder: Holder;
  /** To be held against those that the new browser shows. */
  words: string;
}

/**
 * In the old browser, of what was pasted.
 * @throws BlockError where it is no such block
 * @throws KeyError `expired`
 */
export async function readRequest(pasted: string, now: number): Promise<JoinRequest> {
  const value = await readBlock(kind, pasted);
  const { space, holder } = (
    typeof value === "object" && value !== null ? value : {}
  ) as Partial<JoinRequest>;
  if (!isWriter(space) || !(await isHolder(space, holder)) || holder?.kind !== "browser")
    throw new BlockError("damaged");
  if (Math.abs(now - holder.at) > requestLastsMs + clockSlackMs) throw new KeyError("expired");
  return { space, holder, words: await wordsOf(space, holder) };
}

/**
 * In the old browser, once a person has compared the words: lets the new one in. A request works once.
 * @param seen the words as the new browser shows them
 * @throws KeyError `otherSpace`, `wrongWords`, `used`, or `removed`
 * @throws StoreError
 */
export async function confirmRequest(
  store: Store,
  before: SpaceKeys,
  { space, holder, words }: JoinRequest,
  { seen, now }: { seen: string; now: number },
): Promise<SpaceKeys> {
  if (space !== before.space) throw new KeyError("otherSpace");
  if (!areSameWords(seen, words)) throw new KeyError("wrongWords");
  const keys = await refreshKeys(store, before);
  if (isRemoved(keys)) throw new KeyError("removed");
  const { holders, removed } = standing(keys);
  if (removed.has(holder.id) || holders.some(({ id }) => id === holder.id)) throw new KeyError("used");
  return letIn(store, keys, { secrets: await secretsOf(keys), holder: { ...holder, at: now }, now });
}

/**
 * In the new browser, again and again while it waits.
 * @returns `null` where it was not let in yet
 * @throws KeyError `expired`, or `damaged` where what was written for it cannot be read
 * @throws StoreError
 */
export async function completeJoin(
  store: Store,
  { space, identity, me, expires }: JoinWait,
  now: number,
): Promise<SpaceKeys | null> {
  const epochs: SpaceKeys["epochs"][number][] = [];
  let failure: KeyError | undefined;
  for (const epoch of await epochsIn(store)) {
    const opened = await openEpoch(store, { space, epoch }, { me, identity });
    if (opened.secret) epochs.push(await epochOf(opened.secret, me));
    failure = opened.failure ?? failure;
  }
  const notices = await readNotices(store, { space, epochs, notices: [] });
  const keys: SpaceKeys = { v: 1, space, me, identity, epochs, notices };
  const { holders, current } = standing(keys);
  if (current !== null && holders.some(({ id }) => id === me.id)) return keys;
  // The notice comes after the envelopes; until it is there, they are being written.
  if (now > expires) throw new KeyError(failure ? "damaged" : "expired", { cause: failure });
  return null;
}
