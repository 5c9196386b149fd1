import { expect, test } from "vitest";
import { htmlToMarkdown } from "@/components/meeting/html-to-markdown.ts";

test("a page with more lines than a call takes arguments is pasted whole", () => {
  const html = "a<br>".repeat(190_000);
  expect(htmlToMarkdown(html)?.split("\n")).toHaveLength(190_000);
});

test("white space within stress is read in a time that grows with its length", { timeout: 20_000 }, () => {
  const html = `<p>before<b> one${"<br>".repeat(200_000)}two </b>after</p>`;
  expect(htmlToMarkdown(html)).toBe("before **one\ntwo** after");
});

test("words that are nested deeper than anybody looks are kept", () => {
  expect(htmlToMarkdown(`<ul><li>${"<i>".repeat(200)}deep words`)).toContain("deep words");
  expect(htmlToMarkdown(`${"<div>".repeat(200)}deep words`)).toBe("deep words");
});
