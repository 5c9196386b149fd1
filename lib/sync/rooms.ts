import { bytesOf, hex } from "./bytes.ts";
import { consentingHolder, holderId, identityFrom, verifyingKey } from "./identity.ts";
import { addNotice, isOut, keyringOf, newSpace, refreshKeys, type SpaceKeys, standing } from "./keys.ts";
import type { Notice, RoomCard } from "./notice.ts";
import { type BrowserWords, openAs } from "./open-space.ts";
import { changeKey, type KeyChange } from "./rotation.ts";
import { oneByte, putVerified } from "./session.ts";
import { roomMark, spaceStore } from "./spaces.ts";
import type { Store } from "./store.ts";

/*
 * In a room each person has keys of their own, and their browsers are let in on these keys' word. So it is known whose each
 * batch is, and no key of one person's storage is needed in the other's.
 */

/** A new room, for one person at first. @returns the seed as {@link keepRoom} takes it */
export async function beginRoom(
  root: Store,
  { person, name, now }: BrowserWords & { person: string },
): Promise<{ keys: SpaceKeys; seed: Uint8Array }> {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const identity = await identityFrom(seed);
  const { keys } = await newSpace(
    (space) => spaceStore(root, space),
    { kind: "browser", name, at: now },
    async (space) => [await consentingHolder(space, identity, { kind: "person", name: person, at: now })],
    () => Promise.resolve(),
  );
  await putVerified({ store: spaceStore(root, keys.space) }, roomMark, oneByte);
  return { keys, seed };
}

/**
 * Tells the person's other browsers of a room, and whoever opens the personal space with the recovery code.
 * @param store of the personal space
 * @param access where the room's storage is, as the application writes it; `null` when the person has left
 */
export async function keepRoom(
  store: Store,
  personal: SpaceKeys,
  { room, seed, access, now }: { room: string; seed: Uint8Array; access: string | null; now: number },
): Promise<SpaceKeys> {
  // It is the last word, though another browser's clock may be ahead.
  const at = Math.max(now, (cardsOf(personal).get(room)?.at ?? 0) + 1);
  const place = await placeIn(personal, Math.min(at, Number.MAX_SAFE_INTEGER));
  return addNotice(store, personal, { ...place, what: "room", room, access, seed: hex(seed) });
}

/** Tells the person's other browsers as whom this one is in a room: there it stays, see {@link renewPerson}. */
export async function tellHolder(
  store: Store,
  personal: SpaceKeys,
  { room, holder, now }: { room: string; holder: string; now: number },
): Promise<SpaceKeys> {
  return addNotice(store, personal, { ...(await placeIn(personal, now)), what: "inRoom", room, holder });
}

async function placeIn(keys: SpaceKeys, at: number) {
  return { space: keys.space, epoch: keyringOf(keys).current, by: await verifyingKey(keys.identity), at };
}

/** The rooms of the person: what was said last of each by who is in the space. Who was taken out could plant one. */
export function roomsOf(personal: SpaceKeys): readonly RoomCard[] {
  return [...cardsOf(personal).values()].map(({ room, access, seed }) => ({ room, access, seed }));
}

function cardsOf(personal: SpaceKeys): ReadonlyMap<string, RoomCard & { at: number }> {
  const cards = new Map<string, RoomCard & { at: number }>();
  for (const notice of trusted(personal)) {
    if (notice.what !== "room") continue;
    const known = cards.get(notice.room);
    if (!known || notice.at >= known.at) cards.set(notice.room, notice);
  }
  return cards;
}

/** As whom the person's browsers are in a room, by their own word. */
export function holdersIn(personal: SpaceKeys, room: string): ReadonlySet<string> {
  return new Set(
    trusted(personal).flatMap((notice) =>
      notice.what === "inRoom" && notice.room === room ? [notice.holder] : [],
    ),
  );
}

/** What is said by who is in the space. */
function trusted(personal: SpaceKeys): readonly Notice[] {
  const keys = new Set(standing(personal).holders.map(({ verifying }) => verifying));
  return personal.notices.flatMap(({ notice }) => (keys.has(notice.by) ? [notice] : []));
}

/** Says all of them once more in the name of this browser, before another one is taken out that may have told of them. */
export async function vouchForRooms(store: Store, personal: SpaceKeys, now: number): Promise<SpaceKeys> {
  let keys = personal;
  for (const { room, access, seed } of roomsOf(personal))
    keys = await keepRoom(store, keys, { room, access, seed: bytesOf(seed), now });
  return keys;
}

/**
 * Lets this browser into a room that its person is in.
 * @param root the storage of the room
 * @throws KeyError `wrongCode` or `replaced` where the person is not in it any more
 */
export async function openRoom(
  root: Store,
  { room, seed }: RoomCard,
  words: BrowserWords,
): Promise<SpaceKeys> {
  return openAs(spaceStore(root, room), room, await identityFrom(bytesOf(seed)), words);
}

/** Removes a person with all their browsers. What they have read stays read. */
export async function removePerson(
  store: Store,
  keys: SpaceKeys,
  person: string,
  change: Omit<KeyChange, "remove" | "add">,
): Promise<SpaceKeys> {
  const { holders, people } = standing(keys);
  const remove = holders.filter(({ id }) => people.get(id) === person).map(({ id }) => id);
  return changeKey(store, keys, { ...change, remove });
}

/**
 * Whether the person must be given other keys in a room: somebody who is out of the personal space could read there what
 * the ones of now follow from, or they are good for nothing any more. As it follows from what was said it cannot be
 * forgotten, whoever of the person's browsers took somebody out.
 * @param keys of the room
 */
export async function owesRenewal(personal: SpaceKeys, keys: SpaceKeys): Promise<boolean> {
  const card = cardsOf(personal).get(keys.space);
  const { removed, lastGiven, mustRotate } = standing(personal);
  // Who is out could read the next ones as well; the next sync puts that right.
  if (!card || card.access === null || mustRotate) return false;
  const [told = ""] = personal.notices
    .flatMap(({ notice }) => (notice.what === "room" && notice.seed === card.seed ? [notice.epoch] : []))
    .toSorted();
  const isKnownOutside = [...removed.keys()].some((id) => (lastGiven.get(id) ?? "") >= told);
  return isKnownOutside || isSpent(keys, bytesOf(card.seed));
}

/** Whether the keys that follow from a seed are out of a room. */
export async function isSpent(keys: SpaceKeys, seed: Uint8Array): Promise<boolean> {
  return isOut(keys, await holderId(keys.space, await verifyingKey(await identityFrom(seed))));
}

/**
 * Gives the person other keys in a room. Whatever of theirs is in it and is not named is removed: who knew the ones before
 * may have let in others with them.
 * @param stay the person's browsers in this room; this one stays anyway
 */
export async function renewPerson(
  store: Store,
  before: SpaceKeys,
  stay: ReadonlySet<string>,
  change: Omit<KeyChange, "remove" | "add">,
): Promise<{ keys: SpaceKeys; seed: Uint8Array }> {
  const keys = await refreshKeys(store, before);
  const { holders, people } = standing(keys);
  const mine = holders.filter(({ id }) => people.get(id) === people.get(keys.me.id));
  const name = mine.find(({ kind }) => kind === "person")?.name ?? "";
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const words = { kind: "person", name, at: change.now } as const;
  const person = await consentingHolder(keys.space, await identityFrom(seed), words);
  const remove = mine
    .filter(({ id, kind }) => kind === "person" || (id !== keys.me.id && !stay.has(id)))
    .map(({ id }) => id);
  return { keys: await changeKey(store, keys, { ...change, remove, add: [person] }), seed };
}

/** Whose a batch is: the id of a person, the same also after {@link renewPerson}. */
export function authorOf(keys: SpaceKeys, writer: string): string | undefined {
  const { writers, people } = standing(keys);
  return people.get(writers.get(writer) ?? "");
}
