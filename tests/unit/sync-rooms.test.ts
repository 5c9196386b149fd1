import { expect, test } from "vitest";
import {
  acceptInvitation,
  admit,
  enterRoom,
  type Invitation,
  invitationLastsMs,
  invite,
  readAnswers,
  readInvitation,
  withdraw,
} from "@/lib/sync/invitation.ts";
import { refreshKeys, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { beginSpace, openWithCode } from "@/lib/sync/open-space.ts";
import {
  authorOf,
  beginRoom,
  keepRoom,
  openRoom,
  removePerson,
  renewPerson,
  roomsOf,
} from "@/lib/sync/rooms.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import type { Store } from "@/lib/sync/store.ts";
import { type KeyedBrowser, keyedBrowser } from "@/tests/sync/keyed-browser.ts";
import { type MemoryStore, memoryStore } from "@/tests/sync/memory-store.ts";

const url = "https://cloud.example/s/AbC123/";

interface Room {
  root: MemoryStore;
  store: Store;
  host: KeyedBrowser;
  seed: Uint8Array;
}

async function room(): Promise<Room> {
  const root = memoryStore();
  const { keys, seed } = await beginRoom(root, { person: "Mira", name: "Mira’s laptop", now: 1 });
  return { root, store: spaceStore(root, keys.space), host: keyedBrowser(root, keys), seed };
}

async function invited({ store, host }: Room): Promise<{ invitation: Invitation; text: string }> {
  return invite(store, host.keys, { url, access: "password", host: "Mira", room: "Mira and Tom", now: 10 });
}

function only<T>(values: readonly T[]): T {
  const [value] = values;
  if (value === undefined || values.length > 1) throw new Error(`There are ${values.length}.`);
  return value;
}

/** A guest who was let in. */
async function withGuest(): Promise<Room & { guest: KeyedBrowser }> {
  const all = await room();
  const { invitation, text } = await invited(all);
  const accepted = await acceptInvitation(all.root, text, { name: "Tom", now: 20 });
  const answer = only(await readAnswers(all.store, invitation));
  all.host.keys = await admit(all.store, all.host.keys, invitation, {
    ...answer,
    seen: accepted.words,
    now: 30,
  });
  const keys = await enterRoom(all.store, accepted.wait, { name: "Tom’s desktop", now: 40 });
  if (!keys) throw new Error("Tom was let in.");
  return { ...all, guest: keyedBrowser(all.root, keys) };
}

test("a guest is let in once both have compared the words, and both see each other’s part with its author", async () => {
  const all = await room();
  const { invitation, text } = await invited(all);
  expect(text).toMatch(/^milepost1\.https:\/\/cloud\.example\/s\/AbC123\/#[\w-]{22}\.[0-9a-f]{8}$/);
  expect((await readInvitation(` ${text}\n`)).url).toBe(url);
  const accepted = await acceptInvitation(all.root, text, { name: "Tom", now: 20 });
  expect(accepted).toMatchObject({ host: "Mira", room: "Mira and Tom", access: "password" });
  const answer = only(await readAnswers(all.store, structuredClone(invitation)));
  expect(answer).toMatchObject({ words: accepted.words, person: { name: "Tom" } });

  // Until then the guest reads nothing, and writes nothing that anybody reads.
  expect(await enterRoom(all.store, structuredClone(accepted.wait), { name: "Desktop", now: 25 })).toBeNull();
  const confirmed = { ...answer, seen: accepted.words, now: 30 };
  all.host.keys = await admit(all.store, all.host.keys, invitation, confirmed);
  const keys = await enterRoom(all.store, accepted.wait, { name: "Desktop", now: 40 });
  if (!keys) throw new Error("Tom was let in.");
  const guest = keyedBrowser(all.root, keys);
  all.host.write("m", "hers");
  guest.write("t", "his");
  for (const browser of [all.host, guest, all.host]) await browser.sync();
  expect(all.host.seen()).toEqual({ m: "hers", t: "his" });
  expect(guest.seen()).toEqual({ m: "hers", t: "his" });
  for (const browser of [all.host, guest]) {
    const author = (of: KeyedBrowser): string | undefined =>
      standing(browser.keys).holders.find(
        ({ id }) => id === authorOf(browser.keys, of.replica.disk.state?.writer ?? ""),
      )?.name;
    expect([author(all.host), author(guest)]).toEqual(["Mira", "Tom"]);
  }
  expect([...all.root.files.keys()].filter((name) => /\/[vj]\//.test(name))).toEqual([]);
});

test("an invitation works once, for seven days, and not when it was taken back", async () => {
  const all = await room();
  const { invitation, text } = await invited(all);
  const late = { name: "Tom", now: 10 + invitationLastsMs + 1 };
  await expect(acceptInvitation(all.root, text, late)).rejects.toThrow("expired");
  const tom = await acceptInvitation(all.root, text, { name: "Tom", now: 20 });
  const answer = only(await readAnswers(all.store, invitation));
  await expect(
    admit(all.store, all.host.keys, invitation, { ...answer, seen: tom.words, now: late.now }),
  ).rejects.toThrow("expired");
  await expect(enterRoom(all.store, tom.wait, late)).rejects.toThrow("expired");
  await admit(all.store, all.host.keys, invitation, { ...answer, seen: tom.words, now: 30 });
  await expect(acceptInvitation(all.root, text, { name: "Eve", now: 31 })).rejects.toThrow("used");

  const other = await invited(all);
  await withdraw(all.store, other.invitation);
  await expect(acceptInvitation(all.root, other.text, { name: "Tom", now: 40 })).rejects.toThrow("used");
});

test("somebody who found the text too is told apart by the words, and reads nothing", async () => {
  const all = await room();
  all.host.write("m", "hers");
  await all.host.sync();
  const { invitation, text } = await invited(all);
  const eve = await acceptInvitation(all.root, text, { name: "Tom", now: 20 });
  const tom = await acceptInvitation(all.root, text, { name: "Tom", now: 21 });
  expect(eve.words).not.toBe(tom.words);
  const both = await readAnswers(all.store, invitation);
  const [hers] = both.filter(({ words }) => words === eve.words);
  const [his] = both.filter(({ words }) => words === tom.words);
  if (!hers || !his) throw new Error("Both answered.");
  await expect(
    admit(all.store, all.host.keys, invitation, { ...hers, seen: tom.words, now: 30 }),
  ).rejects.toThrow("wrongWords");
  all.host.keys = await admit(all.store, all.host.keys, invitation, { ...his, seen: tom.words, now: 31 });
  await expect(
    admit(all.store, all.host.keys, invitation, { ...hers, seen: eve.words, now: 32 }),
  ).rejects.toThrow("used");
  expect(await enterRoom(all.store, eve.wait, { name: "Eve’s", now: 33 })).toBeNull();
  expect(await enterRoom(all.store, tom.wait, { name: "Tom’s", now: 33 })).not.toBeNull();
});

test("an invitation or an answer that was changed or exchanged is refused", async () => {
  const all = await room();
  const { invitation, text } = await invited(all);
  const other = await invited(all);
  const name = (id: string): string => `${all.host.keys.space}/v/${id}`;
  const bytes = all.root.files.get(name(invitation.id));
  if (!bytes) throw new Error("It is there.");
  for (let index = 4; index < bytes.length; index += 9) {
    const changed = Uint8Array.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 4;
    all.root.files.set(name(invitation.id), changed);
    await expect(acceptInvitation(all.root, text, { name: "Tom", now: 20 })).rejects.toThrow("damaged");
  }
  all.root.files.set(name(invitation.id), all.root.files.get(name(other.invitation.id)) ?? bytes);
  await expect(acceptInvitation(all.root, text, { name: "Tom", now: 20 })).rejects.toThrow("damaged");
  all.root.files.set(name(invitation.id), bytes);
  await acceptInvitation(all.root, text, { name: "Tom", now: 20 });
  for (const [file, answer] of all.root.files)
    if (file.includes("/j/")) all.root.files.set(file, answer.toReversed());
  expect(await readAnswers(all.store, invitation)).toEqual([]);
  for (let index = 10; index < text.length; index += 3) {
    const changed = text.slice(0, index) + (text[index] === "x" ? "y" : "x") + text.slice(index + 1);
    await expect(readInvitation(changed)).rejects.toMatchObject({ name: "BlockError" });
  }
});

test("whoever is removed from a room reads nothing more, and what they wrote before stays", async () => {
  const { store, host, guest } = await withGuest();
  guest.write("t", "his");
  await guest.sync();
  await host.sync();
  const tom = authorOf(host.keys, guest.replica.disk.state?.writer ?? "") ?? "";
  const { heads } = host.replica.disk.state ?? {};
  host.keys = await removePerson(store, host.keys, tom, { now: 50, heads });
  expect(standing(host.keys).holders.map(({ name }) => name)).toEqual(["Mira’s laptop", "Mira"]);
  host.write("m", "hers alone");
  await host.sync();
  guest.write("t", "too late");
  await expect(guest.sync()).rejects.toThrow("removed");
  await host.sync();
  expect(host.seen()).toEqual({ m: "hers alone", t: "his" });
  expect(guest.seen()).toEqual({ t: "too late" });
});

test("a person’s other browsers find the room in their own space, also with the recovery code alone", async () => {
  const { root, host, seed, guest } = await withGuest();
  const home = memoryStore();
  const { keys: personal, code } = await beginSpace(home, { name: "Laptop", now: 1 });
  const own = spaceStore(home, personal.space);
  await keepRoom(own, personal, { room: host.keys.space, seed, access: url, now: 50 });
  const opened = await openWithCode(home, code, { name: "New", now: 60 });
  const card = only(roomsOf(opened));
  expect(card.access).toBe(url);
  const second = keyedBrowser(root, await openRoom(root, card, { name: "New", now: 61 }));
  second.write("m", "from the new one");
  await second.sync();
  await guest.sync();
  expect(guest.seen()).toEqual({ m: "from the new one" });
  const mira = (keys: SpaceKeys, browser: KeyedBrowser): string | undefined =>
    authorOf(keys, browser.replica.disk.state?.writer ?? "");
  await host.sync();
  expect(mira(guest.keys, second)).toBe(mira(host.keys, host));

  // The new one is lost again: the person gets other keys in the room, and is the same person for all.
  const { keys, seed: next } = await renewPerson(second.store, host.keys, new Set(), { now: 70 });
  host.keys = keys;
  await expect(openRoom(root, card, { name: "Thief", now: 71 })).rejects.toThrow("replaced");
  const again = await openRoom(root, { ...card, seed: next.toHex() }, { name: "Third", now: 72 });
  const third = keyedBrowser(root, again);
  third.write("m", "from the third");
  await third.sync();
  await guest.sync();
  expect(guest.seen()).toEqual({ m: "from the third" });
  expect(mira(await refreshKeys(guest.store, guest.keys), third)).toBe(mira(guest.keys, host));

  await keepRoom(own, opened, { room: host.keys.space, seed: next, access: null, now: 80 });
  expect(only(roomsOf(await refreshKeys(own, opened))).access).toBeNull();
});
