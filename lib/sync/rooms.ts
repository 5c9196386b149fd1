import { bytesOf, hex } from "./bytes.ts";
import { consentingHolder, identityFrom, verifyingKey } from "./identity.ts";
import { addNotice, keyringOf, newSpace, type SpaceKeys, standing } from "./keys.ts";
import type { RoomCard } from "./notice.ts";
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
  return addNotice(store, personal, {
    space: personal.space,
    epoch: keyringOf(personal).current,
    by: await verifyingKey(personal.identity),
    at: now,
    what: "room",
    room,
    access,
    seed: hex(seed),
  });
}

/** The rooms of the person: what was said last of each by who is in the space. Who was taken out could plant one. */
export function roomsOf(personal: SpaceKeys): readonly RoomCard[] {
  const trusted = new Set(standing(personal).holders.map(({ verifying }) => verifying));
  const cards = new Map<string, RoomCard & { at: number }>();
  for (const { notice } of personal.notices) {
    if (notice.what !== "room" || !trusted.has(notice.by)) continue;
    const known = cards.get(notice.room);
    if (!known || notice.at >= known.at) cards.set(notice.room, notice);
  }
  return [...cards.values()].map(({ room, access, seed }) => ({ room, access, seed }));
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
 * After one of a person's browsers was lost: it is removed from the room, and the person gets other keys there, because
 * the lost one knew them.
 * @param browsers the ids of the lost ones in this room
 */
export async function renewPerson(
  store: Store,
  keys: SpaceKeys,
  browsers: readonly string[],
  change: Omit<KeyChange, "remove" | "add">,
): Promise<{ keys: SpaceKeys; seed: Uint8Array }> {
  const { holders, people } = standing(keys);
  const mine = people.get(keys.me.id);
  const before = holders.filter(({ id, kind }) => kind === "person" && people.get(id) === mine);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const words = { kind: "person", name: before[0]?.name ?? "", at: change.now } as const;
  const person = await consentingHolder(keys.space, await identityFrom(seed), words);
  const remove = [...before.map(({ id }) => id), ...browsers];
  return { keys: await changeKey(store, keys, { ...change, remove, add: [person] }), seed };
}

/** Whose a batch is: the id of a person, the same also after {@link renewPerson}. */
export function authorOf(keys: SpaceKeys, writer: string): string | undefined {
  const { writers, people } = standing(keys);
  return people.get(writers.get(writer) ?? "");
}
