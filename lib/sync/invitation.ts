import { BlockError, afterStart, checkOf, withStart } from "./block.ts";
import { aesKey, hex, hkdf, hkdfKey, join, own, randomHex, utf8 } from "./bytes.ts";
import { areSameWords, checkWords } from "./check-words.ts";
import {
  consentingHolder,
  hasConsent,
  type Holder,
  type Identity,
  identityFrom,
  isHolder,
  isVerifyingKey,
} from "./identity.ts";
import { KeyError } from "./key-error.ts";
import { isRemoved, refreshKeys, secretsOf, type SpaceKeys, standing } from "./keys.ts";
import { answerName, answers, invitationName, isAnswerTo } from "./names.ts";
import { type BrowserWords, letIn, openAs } from "./open-space.ts";
import { pack, pad, unpack, unpad } from "./pack.ts";
import { putVerified } from "./session.ts";
import { spacesIn, spaceStore } from "./spaces.ts";
import type { Store } from "./store.ts";

/*
 * A second person in a room:
 *
 *     host                                       guest
 *     invite ── `milepost1.<url>#<secret>` ────► acceptInvitation
 *        invitation ──► storage ───────────────► (the invitation)
 *     readAnswers ◄───────────── storage ◄────── the answer
 *     shows five words, both compare             shows five words
 *     admit ── envelopes, notice ──► storage ──► enterRoom
 *
 * The invitation holds no key of the room: whoever finds the link reads nothing, and can only ask.
 */

const dayMs = 86_400_000;
export const invitationLastsMs = 7 * dayMs;
const secretBytes = 16;
const magic = utf8("MPV1");

/** What the host keeps of an invitation that is out. */
export interface Invitation {
  /** 32 hexadecimal digits. */
  id: string;
  /** AES-GCM. */
  key: CryptoKey;
  space: string;
  /** Epoch ms. */
  expires: number;
}

export interface InvitationWords {
  /** Where the storage is; the guest must be able to use it with `access`. */
  url: string;
  /** What else the guest needs to use the storage, as the application writes it. */
  access?: string | undefined;
  /** What the guest sees: who invites, and into what. */
  host: string;
  room: string;
  /** Epoch ms. */
  now: number;
}

/** @returns what to keep, and the text to send: to be sent to nobody else */
export async function invite(
  store: Store,
  keys: SpaceKeys,
  { url, access, host, room, now }: InvitationWords,
): Promise<{ invitation: Invitation; text: string }> {
  const secret = crypto.getRandomValues(new Uint8Array(secretBytes));
  const { id, key } = await keysOf(secret);
  const expires = now + invitationLastsMs;
  const by = keys.me.verifying;
  const content = { space: keys.space, by, host, room, access, expires };
  await putVerified(
    { store },
    invitationName(id),
    await seal(key, `invitation ${keys.space} ${id}`, content),
  );
  const place = new URL(url);
  place.hash = "";
  const token = secret.toBase64({ alphabet: "base64url", omitPadding: true });
  const check = await checkOf(`${place.href}#${token}`);
  return {
    invitation: { id, key, space: keys.space, expires },
    text: withStart(`${place.href}#${token}.${check}`),
  };
}

async function keysOf(secret: Uint8Array): Promise<{ id: string; key: CryptoKey }> {
  const base = await hkdfKey(secret);
  const salt = utf8("milepost");
  const bits = await hkdf(base, salt, "milepost invitation key 1", 256);
  return {
    id: hex(new Uint8Array(await hkdf(base, salt, "milepost invitation id 1", 128))),
    key: await aesKey(bits),
  };
}

async function seal(key: CryptoKey, place: string, content: unknown): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = own(utf8(place));
  const padded = own(pad(await pack(content)));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, padded);
  return join(magic, iv, new Uint8Array(body));
}

/** @throws KeyError `damaged` */
async function open(key: CryptoKey, place: string, bytes: Uint8Array): Promise<Record<string, unknown>> {
  try {
    const [iv, body] = [own(bytes.subarray(4, 16)), own(bytes.subarray(16))];
    const additionalData = own(utf8(place));
    const padded = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, body);
    return (await unpack(unpad(new Uint8Array(padded)))) as Record<string, unknown>;
  } catch (error) {
    throw new KeyError("damaged", { cause: error });
  }
}

/**
 * What a pasted invitation says, before anything is fetched: the person is shown where it leads.
 * @throws BlockError
 */
export async function readInvitation(pasted: string): Promise<{ url: string; secret: Uint8Array }> {
  const text = afterStart(pasted);
  const at = text.lastIndexOf("#");
  if (!/^https?:/.test(text)) throw new BlockError("otherKind");
  const [, token, check] = /^#([\w-]{22})\.([0-9a-f]{8})$/.exec(text.slice(at)) ?? [];
  if (at < 0 || token === undefined || check !== (await checkOf(`${text.slice(0, at)}#${token}`)))
    throw new BlockError("damaged");
  const url = text.slice(0, at);
  if (!URL.canParse(url)) throw new BlockError("damaged");
  return { url, secret: Uint8Array.fromBase64(token, { alphabet: "base64url" }) };
}

/** The address in a pasted invitation, not looked at any closer; `null` where there is none. */
export function placeOfInvitation(pasted: string): string | null {
  try {
    const text = afterStart(pasted);
    const url = text.slice(0, Math.max(0, text.lastIndexOf("#")));
    return /^https?:/.test(url) && URL.canParse(url) ? url : null;
  } catch {
    return null;
  }
}

/** What the guest keeps while waiting. Plain values and keys; the database can hold it. */
export interface GuestWait {
  space: string;
  /** Of the person in this room. */
  identity: Identity;
  person: Holder;
  /** The verifying key of who invited. */
  by: string;
  expires: number;
}

export interface Accepted {
  wait: GuestWait;
  /** To be held against those that the host is shown. */
  words: string;
  host: string;
  room: string;
  access: string | undefined;
  /** What the person's keys follow from: kept in their personal space, see {@link keepRoom}, and nowhere else. */
  seed: Uint8Array;
}

/**
 * As a guest: reads the invitation and answers it.
 * @param root the storage that it names
 * @throws BlockError
 * @throws KeyError `used` where it is not there any more, `expired`, `damaged`
 * @throws StoreError
 */
export async function acceptInvitation(
  root: Store,
  pasted: string,
  { name, now }: BrowserWords,
): Promise<Accepted> {
  const { secret } = await readInvitation(pasted);
  const { id, key } = await keysOf(secret);
  const found = await findInvitation(root, id);
  if (!found) throw new KeyError("used");
  const { space, bytes } = found;
  const content = await open(key, `invitation ${space} ${id}`, bytes);
  const { by, host, room, access, expires } = content;
  const isSound =
    content["space"] === space &&
    isVerifyingKey(by) &&
    typeof host === "string" &&
    typeof room === "string" &&
    (access === undefined || typeof access === "string") &&
    Number.isSafeInteger(expires);
  if (!isSound) throw new KeyError("damaged");
  if (now > (expires as number)) throw new KeyError("expired");
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const identity = await identityFrom(seed);
  const person = await consentingHolder(space, identity, { kind: "person", name, at: now });
  const answer = await seal(key, `answer ${space} ${id}`, { person });
  await putVerified({ store: spaceStore(root, space) }, answerName(id, randomHex(8)), answer);
  const wait = { space, identity, person, by, expires: expires as number };
  return { wait, words: await wordsOf(id, person), host, room, access, seed };
}

async function findInvitation(
  root: Store,
  id: string,
): Promise<{ space: string; bytes: Uint8Array } | undefined> {
  for (const space of await spacesIn(root)) {
    const bytes = await spaceStore(root, space).get(invitationName(id));
    if (bytes) return { space, bytes };
  }
  return undefined;
}

const wordsOf = (id: string, { verifying, recipient, name }: Holder): Promise<string> =>
  checkWords(["guest", id, verifying, recipient, name]);

/** Somebody who has the invitation and asks to be let in. */
export interface Answer {
  person: Holder;
  words: string;
}

/**
 * As the host: who answered an invitation. More than one means that somebody else has the text too; the words tell them
 * apart.
 * @throws StoreError
 */
export async function readAnswers(store: Store, { id, key, space }: Invitation): Promise<readonly Answer[]> {
  const found: Answer[] = [];
  for (const name of (await store.list(answers)).names.filter((each) => isAnswerTo(id, each))) {
    const bytes = await store.get(`${answers}/${name}`);
    const person = bytes ? await readPerson(key, `answer ${space} ${id}`, space, bytes) : undefined;
    if (person) found.push({ person, words: await wordsOf(id, person) });
  }
  return found;
}

async function readPerson(
  key: CryptoKey,
  place: string,
  space: string,
  bytes: Uint8Array,
): Promise<Holder | undefined> {
  try {
    const { person } = await open(key, place, bytes);
    if (!(await isHolder(space, person))) return undefined;
    const holder = person as Holder;
    return holder.kind === "person" && (await hasConsent(space, holder)) ? holder : undefined;
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    return undefined;
  }
}

/**
 * As the host, once both have compared the words: lets the guest in. The invitation is used up and removed.
 * @param seen the words as the guest sees them
 * @throws KeyError `expired`, `wrongWords`, `used`, `removed`
 * @throws StoreError
 */
export async function admit(
  store: Store,
  before: SpaceKeys,
  invitation: Invitation,
  { person, words, seen, now }: Answer & { seen: string; now: number },
): Promise<SpaceKeys> {
  if (invitation.space !== before.space) throw new KeyError("otherSpace");
  if (now > invitation.expires) throw new KeyError("expired");
  if (!areSameWords(seen, words)) throw new KeyError("wrongWords");
  const keys = await refreshKeys(store, before);
  if (isRemoved(keys)) throw new KeyError("removed");
  const isIn = standing(keys).holders.some(({ id }) => id === person.id);
  if (!isIn && (await store.get(invitationName(invitation.id))) === null) throw new KeyError("used");
  const holder = { ...person, at: now };
  const admitted = isIn ? keys : await letIn(store, keys, { secrets: await secretsOf(keys), holder, now });
  await withdraw(store, invitation);
  return admitted;
}

/** Takes an invitation back, with the answers to it. @throws StoreError */
export async function withdraw(store: Store, { id }: Invitation): Promise<void> {
  await store.remove(invitationName(id));
  for (const name of (await store.list(answers)).names)
    if (isAnswerTo(id, name)) await store.remove(`${answers}/${name}`);
}

/**
 * As a guest, again and again while waiting.
 * @param store of the room
 * @returns `null` where the host has not let them in yet
 * @throws KeyError `expired`; `otherSpace` where the room is not of who invited
 * @throws StoreError
 */
export async function enterRoom(
  store: Store,
  { space, identity, by, expires }: GuestWait,
  words: BrowserWords,
): Promise<SpaceKeys | null> {
  try {
    const keys = await openAs(store, space, identity, words);
    const isOfHost = standing(keys).holders.some(({ verifying }) => verifying === by);
    if (!isOfHost) throw new KeyError("otherSpace");
    return keys;
  } catch (error) {
    if (!(error instanceof KeyError) || !["wrongCode", "unfinished"].includes(error.failure)) throw error;
    if (words.now > expires) throw new KeyError("expired", { cause: error });
    return null;
  }
}
