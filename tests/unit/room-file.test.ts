import { describe, expect, test } from "vitest";
import { UserError } from "@/lib/domain/user-error.ts";
import { verifyingKey } from "@/lib/sync/identity.ts";
import type { Op } from "@/lib/sync/op.ts";
import { keyWords, printRoom, readRoom } from "@/lib/sync/room-file.ts";
import { planOf } from "@/lib/sync/shared-plan.ts";
import { chanceFrom, oneOf } from "@/tests/random-rows.ts";

/*
 * A room file comes from anywhere. Reading one ends in what was signed, or in a reason that can be said; in nothing else.
 */
const newKey = () => crypto.subtle.generateKey({ name: "Ed25519" } as const, false, ["sign", "verify"]);

const birth: Op = {
  table: "shared",
  id: "s1",
  patch: {
    author: "carla",
    createdAt: 1_795_600_800_000,
    space: "room",
    visibility: "shared",
    kind: "commitment",
    title: "Send the slides",
  },
  stamp: [1_795_600_800_000, 0, "w"],
  base: {},
};
const about = {
  madeAt: 1_795_600_800_000,
  roomIds: ["room"],
  from: { id: "carla", name: "Carla", role: "mentee" },
} as const;

async function file(ops: readonly Op[] = [birth], changes: object = {}): Promise<Blob> {
  return printRoom({ ...about, ...changes, ops }, "1.2.3", await newKey());
}

async function outcome(blob: Blob): Promise<string> {
  try {
    await readRoom(blob);
    return "read";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.code;
  }
}

async function withChange(change: (raw: Record<string, unknown>) => void): Promise<Blob> {
  const raw = JSON.parse(await (await file()).text()) as Record<string, unknown>;
  change(raw);
  return new Blob([JSON.stringify(raw)]);
}

describe("a file of a room", () => {
  test("is read as it was made", async () => {
    const key = await newKey();
    const room = await readRoom(await printRoom({ ...about, ops: [birth] }, "1.2.3", key));
    expect(room).toMatchObject({ ...about, ops: [birth] });
    expect(room.from.key).toBe(await verifyingKey({ signing: key }));
  });

  test.each<[string, BlobPart, string]>([
    ["nothing", "", "roomNotOurs"],
    ["white space", "  \n ", "roomNotOurs"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "roomNotOurs"],
    ["a page to log in", "<!doctype html><title>Sign in</title>", "roomNotOurs"],
    ["other JSON", '{"format":"milepost-backup","tables":{}}', "roomNotOurs"],
    ["a list", "[]", "roomNotOurs"],
    ["the beginning of one", '{"format":"milepost-room","version":1,"app"', "roomDamaged"],
    ["one without anything", '{"format":"milepost-room","version":1}', "roomDamaged"],
    ["one of a later version", '{"format":"milepost-room","version":2,"all":"new"}', "roomNewer"],
    ["brackets to drown in", `{"format":"milepost-room","x":${"[".repeat(100_000)}`, "roomDamaged"],
  ])("%s is refused", async (_, content, code) => {
    expect(await outcome(new Blob([content]))).toBe(code);
  });

  test("more than 20 MB is refused unread", async () => {
    const part = new Blob(["x".repeat(1_000_000)]);
    expect(await outcome(new Blob(Array.from({ length: 21 }, () => part)))).toBe("roomTooLarge");
  });

  test.each<[string, (raw: Record<string, unknown>) => void]>([
    [
      "a title",
      (raw) => (raw["state"] = JSON.parse(JSON.stringify(raw["state"]).replace("slides", "money"))),
    ],
    ["its maker's name", (raw) => ((raw["from"] as { name: string }).name = "Amara")],
    ["its room", (raw) => (raw["roomIds"] = ["other"])],
    ["its date", (raw) => (raw["madeAt"] = "2030-01-01T00:00:00.000Z")],
    ["something added to it", (raw) => (raw["more"] = 1)],
    ["its signature", (raw) => (raw["signature"] = "0".repeat(128))],
    ["its key", (raw) => ((raw["from"] as { key: string }).key = "ab".repeat(32))],
    [
      "something deep",
      (raw) => {
        let deep: unknown = 1;
        for (let level = 0; level < 20_000; level += 1) deep = [deep];
        raw["more"] = deep;
      },
    ],
  ])("whose signature does not fit any more is refused: %s", async (_, change) => {
    let blob: Blob;
    try {
      blob = await withChange(change);
    } catch {
      // Too deep to be printed even by whoever makes it.
      return;
    }
    expect(await outcome(blob)).toBe("roomForged");
  });

  test("300 damaged ones are refused with a reason", { timeout: 60_000 }, async () => {
    const whole = new Uint8Array(await (await file()).arrayBuffer());
    const chance = chanceFrom(7);
    for (let round = 0; round < 300; round += 1) {
      const bytes = whole.slice();
      const at = Math.floor(chance() * bytes.length);
      if (chance() < 0.5) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 7));
      const cut = chance() < 0.3 ? bytes.slice(0, at) : bytes;
      const said = await outcome(new Blob([cut]));
      if (cut.length === whole.length && cut.every((byte, index) => byte === whole[index])) continue;
      expect(said).toMatch(/^room(Damaged|NotOurs|Newer|Forged)$/);
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("edits that were signed and are nonsense", () => {
  const plan = async (...ops: Op[]) => {
    const { ops: read } = await readRoom(await file(ops));
    return planOf(new Map(), read, { me: "amara", mentorshipId: "m", room: ["room"] });
  };
  const odd = [null, true, -1, 1e308, "", "2026-02-31", [], {}, "x".repeat(2_001), { __proto__: { a: 1 } }];

  test.each([
    ["of another table", { table: "goals" }, { records: 0, unread: 0 }],
    ["for the personal space", { patch: { ...birth.patch, space: "personal" } }, { records: 0, unread: 1 }],
    ["for another room", { patch: { ...birth.patch, space: "elsewhere" } }, { records: 0, unread: 1 }],
    ["that are private", { patch: { ...birth.patch, visibility: "private" } }, { records: 0, unread: 1 }],
    ["of a row without a kind", { patch: { title: "x" } }, { records: 0, unread: 1 }],
    [
      "of what is local",
      { patch: { ...birth.patch, mentorshipId: "mine", ofTable: "notes", ofId: "n", deletedAt: 1 } },
      { records: 1, unread: 0 },
    ],
  ])("%s do nothing", async (_, change, { records, unread }) => {
    const found = await plan({ ...birth, ...change });
    expect(found.records).toHaveLength(records);
    expect(found.unread).toHaveLength(unread);
    for (const { after } of found.records) {
      expect(after).toMatchObject({ mentorshipId: "m", title: "Send the slides" });
      expect(after).not.toHaveProperty("ofId");
      expect(after).not.toHaveProperty("deletedAt");
    }
  });

  test("odd values never make a row that its schema does not accept", async () => {
    const chance = chanceFrom(11);
    for (let round = 0; round < 200; round += 1) {
      const field = oneOf(chance, [
        ...Object.keys(birth.patch),
        "dueOn",
        "state",
        "who",
        "url",
        "unsharedAt",
        "later",
      ]);
      const value: unknown = odd[Math.floor(chance() * odd.length)];
      const { records, unread } = await plan({ ...birth, patch: { ...birth.patch, [field]: value } });
      expect(records.length + unread.length).toBe(1);
    }
  });

  test("a stamp of another century and an edit that is none are refused", async () => {
    expect(await outcome(await file([{ ...birth, stamp: [9e15, 0, "w"] }]))).toBe("roomDamaged");
    expect(await outcome(await file([{ ...birth, id: "__proto__" }]))).toBe("roomDamaged");
    expect(await outcome(await file([{ ...birth, patch: [] as never }]))).toBe("roomDamaged");
  });
});

test("a key's words are the same everywhere, and another key has others", async () => {
  const key = "00".repeat(32);
  expect(await keyWords(key)).toMatch(/^[a-z]+( [a-z]+){5}$/);
  expect(await keyWords(key)).toBe(await keyWords(key));
  expect(await keyWords("01".repeat(32))).not.toBe(await keyWords(key));
});
