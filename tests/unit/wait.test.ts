import { expect, test } from "vitest";
import { eventually } from "@/tests/harness/wait.ts";

test("a question is asked until it has an answer", async () => {
  let asked = 0;
  expect(await eventually(() => (++asked < 3 ? undefined : asked), { intervalMs: 1 })).toBe(3);
});

test("zero and the empty string are answers", async () => {
  expect(await eventually(() => 0)).toBe(0);
  expect(await eventually(() => "")).toBe("");
});

test("a throw means not yet, and the last one is told", async () => {
  const ask = (): never => {
    throw new Error("the door is shut");
  };
  await expect(eventually(ask, { what: "the door", timeoutMs: 30, intervalMs: 5 })).rejects.toThrow(
    "Waited 0.03 s for the door; last error: the door is shut",
  );
});

test("a question that is never answered does not outlive the wait", async () => {
  await expect(eventually(() => new Promise(() => {}), { timeoutMs: 30 })).rejects.toThrow(
    "no answer at all",
  );
});
