import fc from "fast-check";
import { expect, test } from "vitest";
import { epochId, newSecret, unwrap, wrap } from "@/lib/sync/envelope.ts";
import { identityFrom } from "@/lib/sync/identity.ts";
import { keyringOf, openEpoch, refreshKeys, secretsOf, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { openNotice } from "@/lib/sync/notice.ts";
import { beginSpace, codeHolder, codeIdentity, openWithCode } from "@/lib/sync/open-space.ts";
import { newRecoveryCode } from "@/lib/sync/recovery-code.ts";
import { changeKey } from "@/lib/sync/rotation.ts";
import { epochKey, sealerOf } from "@/lib/sync/seal.ts";
import { foundSpace, spaceStore } from "@/lib/sync/spaces.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { keyedBrowser } from "@/tests/sync/keyed-browser.ts";
import { type MemoryStore, memoryStore, noFaults } from "@/tests/sync/memory-store.ts";
import { seededChance } from "@/tests/harness/random.ts";

const laptop = { name: "Laptop", now: 1 };
const desktop = { name: "Desktop", now: 3 };

async function begun(): Promise<{ root: MemoryStore; keys: SpaceKeys; code: string }> {
  const root = memoryStore();
  return { root, ...(await beginSpace(root, laptop)) };
}

function filesOf(root: MemoryStore, part: RegExp): [string, Uint8Array][] {
  return [...root.files].filter(([name]) => part.test(name));
}

function flipped(bytes: Uint8Array, index: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
  return changed;
}

test("a space is begun once, and opened in another browser with the code alone", async () => {
  const root = memoryStore();
  expect(await foundSpace(root)).toEqual({ kind: "empty" });
  await expect(openWithCode(root, await newRecoveryCode(), desktop)).rejects.toThrow("noSpace");
  const { keys, code } = await beginSpace(root, laptop);
  expect(await foundSpace(root)).toEqual({
    kind: "spaces",
    spaces: [{ space: keys.space, epochs: 1, hasPassphrase: false }],
  });
  await expect(beginSpace(root, desktop)).rejects.toThrow("spaceThere");
  const others = await openWithCode(root, code.toLowerCase(), desktop);
  const store = spaceStore(root, keys.space);
  const now = await refreshKeys(store, keys);
  expect(standing(now).holders.map(({ name }) => name)).toEqual(["Laptop", "", "Desktop"]);
  expect(await refreshKeys(store, now)).toBe(now);

  const [first, second] = [keyedBrowser(root, keys), keyedBrowser(root, others)];
  first.write("goal", "Negotiate the raise");
  await first.sync();
  await second.sync();
  expect(second.seen()).toEqual({ goal: "Negotiate the raise" });
});

test("a folder with something else in it is told from an empty one", async () => {
  const root = memoryStore();
  root.files.set("readme.txt", Uint8Array.of(1));
  expect(await foundSpace(root)).toEqual({ kind: "other", names: ["readme.txt"] });
  expect(await foundSpace(memoryStore())).toEqual({ kind: "empty" });
});

test("two browsers that begin at once do not both end with a space, where either could see the other", async () => {
  const root = memoryStore();
  let other: Promise<unknown> | undefined;
  const { put } = root;
  root.put = async (name, bytes) => {
    // The other one begins, and ends, when this one has written its first file.
    if (!other) {
      other = Promise.resolve();
      await beginSpace(root, desktop);
    }
    await put(name, bytes);
  };
  await expect(beginSpace(root, laptop)).rejects.toThrow("spaceThere");
  expect(await foundSpace(root)).toMatchObject({ kind: "spaces", spaces: [{ epochs: 1 }] });
});

test("a start that broke off anywhere leaves no space, or a whole one", async () => {
  for (let steps = 0; ; steps += 1) {
    const root = memoryStore();
    const { put } = root;
    let left = steps;
    root.put = async (name, bytes) => {
      if (left === 0) throw new StoreError("offline");
      left -= 1;
      await put(name, bytes);
    };
    const started = await beginSpace(root, laptop).catch((error: unknown) => error);
    root.put = put;
    if (!(started instanceof StoreError)) break;
    const found = await foundSpace(root);
    expect(found.kind).toBe(steps < 3 ? "empty" : "spaces");
    if (steps < 3) await beginSpace(root, laptop);
  }
});

test("a wrong code, no space and damage are told apart", async () => {
  const { root, code } = await begun();
  await expect(openWithCode(root, await newRecoveryCode(), desktop)).rejects.toThrow("wrongCode");
  await expect(openWithCode(root, code.slice(0, -1), desktop)).rejects.toThrow("short");
  await expect(openWithCode(memoryStore(), code, desktop)).rejects.toThrow("noSpace");
  for (const [name, bytes] of filesOf(root, /\/k\/.*[0-9a-f]{32}~/))
    root.files.set(name, flipped(bytes, bytes.length - 3));
  await expect(openWithCode(root, code, desktop)).rejects.toThrow("damaged");
});

test("an envelope that was changed anywhere is refused", async () => {
  const identity = await identityFrom(new Uint8Array(32).fill(5));
  const { recipient } = await codeHolder("0".repeat(32), "0123-4567-89AB-CDEF-GHJK-MNPQ-RSN9", 1);
  const code = await codeIdentity("0123-4567-89AB-CDEF-GHJK-MNPQ-RSN9");
  const secret = await newSecret("0".repeat(32), 1);
  const envelope = await wrap(secret, recipient);
  expect(await unwrap(envelope, code, secret)).toEqual(secret);
  for (let index = 0; index < envelope.length; index += 1)
    await expect(unwrap(flipped(envelope, index), code, secret)).rejects.toThrow(/damaged|wrongCode/);
  for (const length of [0, 10, envelope.length - 1])
    await expect(unwrap(envelope.subarray(0, length), code, secret)).rejects.toThrow("damaged");
  await expect(unwrap(envelope, identity, secret)).rejects.toThrow("wrongCode");
  await expect(unwrap(envelope, code, { ...secret, space: "1".repeat(32) })).rejects.toThrow("otherSpace");
  await expect(unwrap(envelope, code, { ...secret, epoch: "0001000000000000" })).rejects.toThrow("damaged");
  const lied = await wrap({ ...secret, bytes: new Uint8Array(32) }, recipient);
  await expect(unwrap(lied, code, secret)).rejects.toThrow("damaged");
  expect(await epochId(secret.space, 1, secret.bytes)).toBe(secret.epoch);
});

test("a notice that was changed anywhere, or put into another place, is refused", async () => {
  const { root, keys } = await begun();
  const [file] = filesOf(root, /\.n~/);
  const [epoch] = keys.epochs;
  if (!file || !epoch) throw new Error("They are there.");
  const [, bytes] = file;
  expect(await openNotice(bytes, keys.space, epoch.id, epoch.key)).toMatchObject({
    notice: { what: "epoch" },
  });
  for (let index = 0; index < bytes.length; index += 5)
    await expect(openNotice(flipped(bytes, index), keys.space, epoch.id, epoch.key)).rejects.toThrow(
      /damaged|newer/,
    );
  await expect(openNotice(bytes, "0".repeat(32), epoch.id, epoch.key)).rejects.toThrow("damaged");
  await expect(openNotice(bytes, keys.space, "0001000000000000", epoch.key)).rejects.toThrow("damaged");
});

test("objects whose names were exchanged, or that came from another space, bring nothing in", async () => {
  const [one, other] = [await begun(), await begun()];
  for (const each of [one, other]) {
    const browser = keyedBrowser(each.root, each.keys);
    browser.write("a", each.keys.space);
    await browser.sync();
    browser.write("b", each.keys.space);
    await browser.sync();
  }
  const swapped = memoryStore();
  for (const [name, bytes] of one.root.files) swapped.files.set(name, bytes);
  const [first, second] = filesOf(swapped, /\/b\//);
  if (!first || !second) throw new Error("Two batches were written.");
  swapped.files.set(first[0], second[1]).set(second[0], first[1]);
  const reader = keyedBrowser(swapped, await openWithCode(one.root, one.code, desktop));
  for (const [name, bytes] of filesOf(one.root, /\/k\//)) swapped.files.set(name, bytes);
  expect(await reader.sync()).toMatchObject({ received: 0, missing: 1 });

  // All that the other space holds, under the name of this one.
  const mixed = memoryStore();
  for (const [name, bytes] of other.root.files)
    mixed.files.set(name.replace(other.keys.space, one.keys.space), bytes);
  await expect(openWithCode(mixed, other.code, desktop)).rejects.toThrow("wrongCode");
  await expect(openWithCode(mixed, one.code, desktop)).rejects.toThrow("wrongCode");
  for (const [name, bytes] of filesOf(one.root, /\/k\//)) mixed.files.set(name, bytes);
  const stranger = keyedBrowser(mixed, await openWithCode(mixed, one.code, desktop));
  await stranger.sync();
  expect(stranger.seen()).toEqual({});
});

test("a space that somebody made for a code they know the holder of does not pass for the person’s own", async () => {
  const { code, keys } = await begun();
  const holder = standing(keys).holders.find(({ kind }) => kind === "code");
  if (!holder) throw new Error("It is in.");
  const forged = memoryStore();
  const made = await beginSpace(forged, { name: "Laptop", now: 1 });
  // To whom secrets are sent is known to everybody who was in; under the forged space it has another id.
  const stolen = await codeHolder(made.keys.space, code, 1);
  await changeKey(spaceStore(forged, made.keys.space), made.keys, {
    now: 2,
    add: [{ ...stolen, consent: holder.consent }],
  });
  await expect(openWithCode(forged, code, desktop)).rejects.toThrow("damaged");
});

test("an old batch is opened for ever", async () => {
  const epoch = "0001abcdefabcdef";
  const sealer = sealerOf({
    space: "f".repeat(32),
    current: epoch,
    epochs: new Map([[epoch, await epochKey(new Uint8Array(32).fill(7))]]),
  });
  const bytes = Buffer.from(
    "TVBCMQEAAAGrze+rze/ZOujsRy0iVqBMSKb0tyXRAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1+a9I/ryDGKbFdyfndvk9qwJyVl1KvCb9" +
      "RaJxNdE1sixjnOiiVnsCuWRhtX5vc/XbQKBChfqcgZLuC/W0quu561NUSUDVx9Kbp1V2nY9p7eDDKw141t5sew3vkbr20TkOJXhP6OxFQedPcLbY0h" +
      "2qm0Zpnw1s0psVzb7PwnNfA5clTMJ06uLuX+YD+f5SoCznd7tBCujXL66CgWyf8EJH+Iqw0v9Il+mbDtzh9UKOAASFcML8gT0UrT43OB5VUY51Ip64" +
      "uIkF9Anlc2OtXjBRpzyFZBCFtLNsmiIY6C3h7xGdFO5cZ4mxksk+IxFwGBv4l/S+V990T120hy6Kwb1D8KOcUkAGdoWmdPAGJTG92Z1EsuY81Q0N",
    "base64",
  );
  const writer = "d93ae8ec472d2256a04c48a6f4b725d1";
  expect(await sealer.open(bytes, "batch")).toEqual({
    kind: "batch",
    writer,
    seq: 1,
    prev: null,
    body: {
      v: 1,
      at: 5,
      seen: {},
      by: writer,
      ops: [["set", "goals", "g1", { title: "Ask for feedback" }, [1, 0], {}]],
    },
  });
  expect(await sealer.hash(bytes)).toBe("21668052e40f6a4f");
});

test("what is kept cannot be read out, survives a copy, and hands on what it was given", async () => {
  const { root, keys } = await begun();
  const copy = structuredClone(keys);
  const secrets: CryptoKey[] = [
    copy.identity.exchange.privateKey,
    copy.identity.signing.privateKey,
    ...copy.epochs.map(({ key }) => key),
  ];
  for (const key of secrets) expect(key.extractable).toBe(false);
  for (const pair of Object.values(await codeIdentity(await newRecoveryCode())) as CryptoKeyPair[])
    expect(pair.privateKey.extractable).toBe(false);
  const [secret] = await secretsOf(copy);
  const [found] = keys.epochs;
  if (!secret || !found) throw new Error("There is one.");
  const place = { space: keys.space, epoch: found.id };
  const { secret: stored } = await openEpoch(spaceStore(root, keys.space), place, copy);
  expect(stored).toEqual(secret);
  expect(keyringOf(copy).current).toBe(secret.epoch);
  expect(JSON.stringify(keys)).not.toContain(Buffer.from(secret.bytes).toString("hex"));
});

test(
  "whatever a person does with keys, no secret and no name is stored in the open",
  { timeout: 30_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("join", "change", "write", "remove"), { maxLength: 5 }),
        async (acts) => {
          const { root, keys, code } = await begun();
          const browser = keyedBrowser(root, keys);
          const names = ["Laptop", "Negotiate"];
          for (const act of acts) {
            if (act === "join") {
              const name = `Zebra${names.length}`;
              names.push(name);
              await openWithCode(root, code, { name, now: 5 });
            }
            if (act === "change") browser.keys = await changeKey(browser.store, browser.keys, { now: 6 });
            if (act === "write") browser.write("goal", "Negotiate");
            if (act === "remove") {
              const other = standing(await browser.refresh()).holders.find(({ name }) =>
                name.startsWith("Zebra"),
              );
              if (other)
                browser.keys = await changeKey(browser.store, browser.keys, { now: 7, remove: [other.id] });
            }
            await browser.sync();
          }
          const secrets = await secretsOf(browser.keys);
          const forms = secrets.flatMap(({ bytes }) =>
            ([bytes.toHex(), bytes.toBase64(), Buffer.from(bytes).toString("latin1")] as const).map(String),
          );
          const plain = [...names, ...forms, code, code.replaceAll("-", "")];
          for (const [name, bytes] of root.files) {
            const text = name + Buffer.from(bytes).toString("latin1");
            for (const each of plain) expect(text.includes(each)).toBe(false);
          }
        },
      ),
      { numRuns: 12 },
    );
  },
);

test(
  "over a storage that fails in every way keys are made, found and changed, or the failure is told",
  { timeout: 60_000 },
  async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const chance = seededChance(seed);
      const root = memoryStore(() => chance.nat(1_000) / 1_000);
      const { keys, code } = await beginSpace(root, laptop);
      root.faults = { ...noFaults, fails: 0.01, answerLost: 0.02, cutWrite: 0.03, cutRead: 0.02 };
      const store = spaceStore(root, keys.space);
      const joined = await untilDone(() => openWithCode(root, code, desktop));
      const changed = await untilDone(() => changeKey(store, keys, { now: 5, remove: [joined.me.id] }));
      const again = await untilDone(() => openWithCode(root, code, { name: "Phone", now: 6 }));
      root.faults = noFaults;
      const told = standing(await refreshKeys(store, again));
      const names = told.holders.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(["Laptop", "", "Phone"]));
      expect(told.removed.has(joined.me.id)).toBe(true);
      expect(keyringOf(await refreshKeys(store, changed)).epochs.has(told.current ?? "")).toBe(true);
    }
  },
);

/** As a person does who tries again. What is cut while it is read looks damaged, and is whole the next time. */
async function untilDone<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const failure = error instanceof Error ? error.message : "";
      if (!/offline|damaged|unfinished|wrongCode|noSpace|replaced/.test(failure)) throw error;
    }
  }
  throw new Error("It never worked.");
}
