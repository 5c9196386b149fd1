import { bytesOf, randomHex, utf8 } from "./bytes.ts";
import { consentingHolder, type Identity, identityFrom } from "./identity.ts";
import { KeyError } from "./key-error.ts";
import { keyringOf, putStretching, refreshKeys, secretsOf, type SpaceKeys } from "./keys.ts";
import { type BrowserWords, letIn, openAs } from "./open-space.ts";
import { changeKey, ownOf } from "./rotation.ts";
import { epochsIn, foundSpace, keyFilesIn, spaceStore } from "./spaces.ts";
import type { Store } from "./store.ts";

/** How a passphrase is stretched. It lies in the open, beside the envelopes. */
interface Stretching {
  /** Memory, KiB. */
  m: number;
  t: number;
  p: number;
  /** Hexadecimal. */
  salt: string;
}

/** Source: OWASP Password Storage Cheat Sheet, Argon2id */
const recommended = { m: 19_456, t: 2, p: 1 } as const;
const format = "passphrase 1";

const shortest = 12;
const fewestDifferent = 6;
export type PassphraseProblem = "short" | "simple";

/** Whoever has the storage can try passphrases at leisure: what is wrong with one that is too easy. */
export function passphraseProblem(passphrase: string): PassphraseProblem | null {
  const letters = [...plain(passphrase)];
  if (letters.length < shortest) return "short";
  const isRun = letters.every((letter, index) => index === 0 || isNext(letters[index - 1] ?? "", letter));
  const isNumber = letters.every((letter) => letter >= "0" && letter <= "9");
  return new Set(letters).size < fewestDifferent || isRun || isNumber ? "simple" : null;
}

const isNext = (one: string, other: string): boolean =>
  Math.abs((one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)) <= 1;

/** The same words typed on another keyboard are the same. */
const plain = (passphrase: string): string => passphrase.normalize("NFKC").trim();

async function identityOf(passphrase: string, { m, t, p, salt }: Stretching): Promise<Identity> {
  // Loaded apart: most have no passphrase.
  const { argon2idAsync } = await import("@noble/hashes/argon2.js");
  const secret = await argon2idAsync(utf8(plain(passphrase)), bytesOf(salt), { m, t, p, dkLen: 32 });
  return identityFrom(secret);
}

/**
 * Lets a passphrase open the space too, from here on with the key that it is given now. One that was there before is
 * replaced; nothing is encrypted again.
 * @throws Error where {@link passphraseProblem} finds one
 * @throws StoreError
 */
export async function setPassphrase(
  store: Store,
  before: SpaceKeys,
  passphrase: string,
  now: number,
): Promise<SpaceKeys> {
  if (passphraseProblem(passphrase)) throw new Error("The passphrase is too easy.");
  const keys = await refreshKeys(store, before);
  const stretching = { ...recommended, salt: randomHex(32) };
  const identity = await identityOf(passphrase, stretching);
  const words = { kind: "passphrase", name: "", at: now } as const;
  const written = JSON.stringify({ milepost: format, kdf: "argon2id", ...stretching });
  const holder = { ...(await consentingHolder(keys.space, identity, words)), stretching: written };
  await putStretching(store, keyringOf(keys).current, holder.id, written);
  const older = ownOf(keys, "passphrase").map(({ id }) => id);
  const changed =
    older.length === 0
      ? await letIn(store, keys, { secrets: await secretsOf(keys), holder, now })
      : await changeKey(store, keys, { now, remove: older, add: [holder] });
  await forget(store, older);
  return changed;
}

/** No passphrase opens what is written from here on. @throws StoreError */
export async function removePassphrase(store: Store, before: SpaceKeys, now: number): Promise<SpaceKeys> {
  const keys = await refreshKeys(store, before);
  const older = ownOf(keys, "passphrase").map(({ id }) => id);
  if (older.length === 0) return keys;
  const changed = await changeKey(store, keys, { now, remove: older });
  await forget(store, older);
  return changed;
}

/** The ways to stretch them, and what they opened. */
async function forget(store: Store, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return;
  for (const epoch of await epochsIn(store)) {
    for (const { name, holder, file } of await keyFilesIn(store, epoch))
      if (file !== "notice" && holders.includes(holder)) await store.remove(name);
  }
}

/**
 * Opens a space with the passphrase alone and lets this browser in.
 * @throws KeyError `noSpace`, `wrongPassphrase`, `damaged` or `newer`
 * @throws StoreError
 */
export async function openWithPassphrase(
  root: Store,
  passphrase: string,
  words: BrowserWords,
): Promise<SpaceKeys> {
  const found = await foundSpace(root);
  const spaces = found.kind === "spaces" ? found.spaces.filter((space) => space.hasPassphrase) : [];
  if (spaces.length === 0) throw new KeyError("noSpace");
  let failure = new KeyError("wrongPassphrase");
  for (const { space } of spaces) {
    const store = spaceStore(root, space);
    for (const file of await stretchings(store)) {
      try {
        return await openAs(store, space, await identityOf(passphrase, readStretching(file)), words);
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        if (error.failure !== "wrongCode") failure = error;
      }
    }
  }
  throw failure;
}

async function stretchings(store: Store): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const epoch of await epochsIn(store)) {
    for (const { name, file } of await keyFilesIn(store, epoch)) {
      const bytes = file === "kdf" ? await store.get(name) : null;
      if (bytes) all.push(bytes);
    }
  }
  return all;
}

/** Whoever has the storage may have written it: neither is it made too easy, nor does it take all of the memory. */
function readStretching(bytes: Uint8Array): Stretching {
  let value: Record<string, unknown>;
  try {
    value = Object(JSON.parse(new TextDecoder().decode(bytes))) as Record<string, unknown>;
  } catch (error) {
    throw new KeyError("damaged", { cause: error });
  }
  const { milepost, kdf, m, t, p, salt } = value;
  if (typeof milepost === "string" && /^passphrase \d+$/.test(milepost) && milepost !== format)
    throw new KeyError("newer");
  const isSound =
    milepost === format &&
    kdf === "argon2id" &&
    isWithin(m, recommended.m, 131_072) &&
    isWithin(t, 1, 10) &&
    isWithin(p, 1, 4) &&
    typeof salt === "string" &&
    /^[0-9a-f]{32,64}$/.test(salt);
  if (!isSound) throw new KeyError("damaged");
  return { m: m as number, t: t as number, p: p as number, salt };
}

const isWithin = (value: unknown, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
