import { effect, signal } from "@preact/signals";
import { expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { liveSignal } from "@/lib/state/live-signal.ts";
import { anotherTab, freshDb } from "./fresh-db.ts";

test("a live signal is read only while somebody watches, and again when the data or the hour changes", async () => {
  const db = freshDb();
  const hour = signal(1);
  let reads = 0;
  const count = liveSignal(async () => {
    reads += 1;
    return db.commitments.count();
  }, hour);
  expect(count.value).toBeUndefined();
  expect(reads).toBe(0);

  const seen: (number | undefined)[] = [];
  const stop = effect(() => void seen.push(count.value));
  await expect.poll(() => seen.at(-1)).toBe(0);

  // Written by another tab.
  const other = anotherTab(db.name);
  await addCommitment(other, { mentorshipId: null, title: "Send the record", owner: "me", dueOn: "" });
  await expect.poll(() => seen.at(-1)).toBe(1);

  const before = reads;
  hour.value = 2;
  await expect.poll(() => reads).toBe(before + 1);

  stop();
  const after = reads;
  await addCommitment(db, { mentorshipId: null, title: "Another", owner: "me", dueOn: "" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(reads).toBe(after);
});
