import { expect, test } from "vitest";
import { documentBlocks } from "@/lib/formats/document-lines.ts";
import { wholeDiff } from "@/lib/formats/text-diff.ts";

const drawn = (text: string) =>
  documentBlocks([{ kind: "same", text }]).map(({ kind, lines }) => [
    kind,
    ...lines.map((line) => line.map((piece) => piece.text).join("")),
  ]);

test.each<[what: string, text: string, blocks: string[][]]>([
  ["nothing", "", []],
  ["a paragraph over two lines", "One\nTwo", [["text", "One", "Two"]]],
  [
    "two paragraphs",
    "One\n\nTwo",
    [
      ["text", "One"],
      ["text", "Two"],
    ],
  ],
  [
    "lists of both kinds",
    "- a\n* b\n1. c\n2) d",
    [
      ["bullets", "a", "b"],
      ["numbers", "c", "d"],
    ],
  ],
  [
    "a list after its paragraph",
    "Rules:\n- a",
    [
      ["text", "Rules:"],
      ["bullets", "a"],
    ],
  ],
  ["a hyphen inside a word and markup", "co-op <b>x</b>", [["text", "co-op <b>x</b>"]]],
])("%s is drawn as it is meant", (_, text, blocks) => {
  expect(drawn(text)).toEqual(blocks);
});

test("a line that was added to a list is a marked item of it, and a word that was replaced is marked in its place", () => {
  const blocks = documentBlocks(
    wholeDiff("1. One\n2. By December.", "1. One\n2. By January.\n3. More") ?? [],
  );
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.kind).toBe("numbers");
  expect(blocks[0]?.lines[1]).toEqual([
    { kind: "same", text: "By " },
    { kind: "gone", text: "December" },
    { kind: "added", text: "January" },
    { kind: "same", text: "." },
  ]);
  expect(blocks[0]?.lines[2]).toEqual([{ kind: "added", text: "More" }]);
});
