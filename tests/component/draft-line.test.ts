import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/state/database.ts";
import { createDraftLine } from "@/lib/state/meeting-draft-line.ts";

const kept: string[] = [];
const line = () =>
  createDraftLine("m1.topic", async (words) => {
    kept.push(words);
    return true;
  });

beforeEach(async () => {
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  kept.length = 0;
});

test("a line that is left half written has its words when it is opened again, also by another page", async () => {
  const topic = line();
  topic.open();
  topic.type("How do I say n");
  topic.leave();
  expect(topic.text.peek()).toBeNull();
  topic.open();
  expect(topic.text.peek()).toBe("How do I say n");
  topic.leave();
  const elsewhere = line();
  await expect.poll(() => elsewhere.text.peek()).toBe("How do I say n");
  expect(kept).toEqual([]);
});

test("what was added or given up does not come back", async () => {
  const topic = line();
  topic.open();
  topic.type("Budget");
  topic.leave();
  topic.open();
  expect(await topic.commit()).toBe(true);
  topic.leave();
  topic.open();
  expect(topic.text.peek()).toBe("");
  topic.type("Not this");
  topic.close();
  topic.open();
  expect(topic.text.peek()).toBe("");
  expect(kept).toEqual(["Budget"]);
  await expect.poll(() => db.drafts.count()).toBe(0);
});
