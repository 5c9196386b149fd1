import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followersOf, inventoryFor, standInId } from "@/lib/domain/inventory-lines.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import { movedTo } from "@/lib/domain/line-order.ts";

const row = (id: string, more: Partial<InventoryItem> = {}): InventoryItem => ({
  id,
  author: "me",
  space: "personal",
  visibility: "private",
  createdAt: 0,
  kind: "strength",
  text: id,
  hidden: false,
  order: 0,
  ...more,
});
const here = { mentorshipId: "s1" };
const there = { mentorshipId: "s2" };

describe("the lines of a mentorship", () => {
  test.each<[string, InventoryItem[], string[], string[]]>([
    ["a line for all is there", [row("calm")], ["calm all"], []],
    ["a line of this one is there", [row("calm", here)], ["calm here"], []],
    ["a line of another one is not", [row("calm", there)], [], []],
    ["what is in the trash is not", [row("calm", { deletedAt: 5 })], [], []],
    [
      "one of its own takes the place of a line for all",
      [row("calm"), row("x", { ...here, replacesId: "calm", text: "calm, mostly" })],
      ["calm, mostly changed"],
      [],
    ],
    [
      "one that says the same still says what all say",
      [row("calm"), row("x", { ...here, replacesId: "calm", text: "calm", usedOn: "2026-11-24" })],
      ["calm all"],
      [],
    ],
    [
      "a line for all is put away here",
      [row("calm"), row("x", { ...here, replacesId: "calm", text: "calm", hidden: true })],
      [],
      ["calm"],
    ],
    [
      "what another mentorship changed or put away changes nothing here",
      [row("calm"), row("x", { ...there, replacesId: "calm", hidden: true })],
      ["calm all"],
      [],
    ],
    [
      "what stood in the place of a line that is gone stands on its own",
      [row("calm", { deletedAt: 5 }), row("x", { ...here, replacesId: "calm", text: "calm, mostly" })],
      ["calm, mostly here"],
      [],
    ],
    [
      "what was put away of a line that is gone is gone",
      [row("calm", { deletedAt: 5 }), row("x", { ...here, replacesId: "calm", hidden: true })],
      [],
      [],
    ],
    [
      "they stand in their order, whatever they are for",
      [row("c", { order: 2 }), row("b", { ...here, order: 1 }), row("a", { order: 1, createdAt: -1 })],
      ["a all", "b here", "c all"],
      [],
    ],
  ])("%s", (_, rows, lines, hidden) => {
    const shown = inventoryFor(rows, "s1");
    expect(shown.lines.map(({ item, reach }) => `${item.text} ${reach}`)).toEqual(lines);
    expect(shown.hidden.map(({ general }) => general?.text)).toEqual(hidden);
  });

  test("no words that are there are lost, and none stands twice", () => {
    const any = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      mentorshipId: fc.constantFrom(null, "s1", "s2"),
      replacesId: fc.constantFrom(null, "a", "b"),
      hidden: fc.boolean(),
      deletedAt: fc.constantFrom(null, 5),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), (parts) => {
        const rows = parts.map(({ id, ...more }) => row(id, more));
        const { lines, hidden } = inventoryFor(rows, "s1");
        const ids = [...lines, ...hidden].map(({ item }) => item.id);
        expect(new Set(ids).size).toBe(ids.length);
        const general = rows.filter((each) => !each.mentorshipId && !each.deletedAt);
        for (const each of general) {
          expect([...lines, ...hidden].some((line) => line.general?.id === each.id)).toBe(true);
        }
        for (const { item } of lines) expect(item.deletedAt).toBeNull();
        const own = rows.filter((each) => each.mentorshipId === "s1" && !each.deletedAt && !each.hidden);
        for (const each of own) expect(ids).toContain(each.id);
      }),
    );
  });
});

test("what stands in the place of a line and says the same follows it, what says something else does not", () => {
  const calm = row("calm");
  const same = row("x", { ...here, replacesId: "calm", text: "calm" });
  const other = row("y", { ...there, replacesId: "calm", text: "calm, mostly" });
  const gone = row("z", { ...there, replacesId: "calm", text: "calm", deletedAt: 5 });
  expect(followersOf([calm, same, other, gone], calm)).toEqual([same]);
});

test("the row that stands in the place of a line has the same id wherever it is made", () => {
  expect(standInId("s1", "calm")).toBe("s1.calm");
});

test.each<[string, number, string[]]>([
  ["a", 1, ["b", "a", "c"]],
  ["a", 2, ["b", "c", "a"]],
  ["c", 0, ["c", "a", "b"]],
  ["b", 1, ["a", "b", "c"]],
  ["b", -4, ["b", "a", "c"]],
  ["b", 9, ["a", "c", "b"]],
  ["x", 0, ["a", "b", "c"]],
])("%s moved to place %i", (id, to, moved) => {
  expect(movedTo(["a", "b", "c"], id, to)).toEqual(moved);
});
