import fc from "fast-check";
import { expect, test } from "vitest";
import { codeHolder } from "@/lib/sync/open-space.ts";
import { CodeError, newRecoveryCode, readRecoveryCode } from "@/lib/sync/recovery-code.ts";

/** Written down by somebody, years ago: it must open their space for ever. */
const onPaper = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSN9";

test("a code on paper stands for the same keys for ever", async () => {
  const space = "0".repeat(32);
  expect(await codeHolder(space, onPaper, 1)).toEqual({
    id: "8846202210837ec9b79125338fbacf50",
    kind: "code",
    name: "",
    recipient: "age1zgkhfnk8vs4pmfzkh5cjx7nrgckes9swhs4w53wqmqffrxtegavqt0a2kf",
    verifying: "a1a1d66ef436be2e65f8165056eeb927a70de45caaf9ec4ed678a7da23760b26",
    at: 1,
    consent:
      "0d823c4cd6ba7a79e98216a0c743e42bb81667d0eb9cb64acb515ea5eb4b31dbdcd61fc5bd7ba6537abdfa9f8e5e627b1715e963881d05a0a33ffa6f75ba8b09",
  });
});

test("a code is read however it was typed", async () => {
  const secret = onPaper.replaceAll("-", "").slice(0, 26);
  for (const typed of [
    onPaper,
    onPaper.toLowerCase(),
    onPaper.replaceAll("-", ""),
    onPaper.replaceAll("-", " – "),
    `\n ${onPaper.replaceAll("-", "\n")}\t`,
    onPaper.replace("0", "O").replace("1", "l"),
    onPaper.replace("0", "o").replace("1", "I"),
  ])
    expect(await readRecoveryCode(typed)).toBe(secret);
});

test.each([
  ["", "empty"],
  [" - ", "empty"],
  ["0123-4567", "short"],
  [`${onPaper}X`, "long"],
  ["0".repeat(1_000_000), "long"],
  [onPaper.replace("A", "U"), "character"],
  [onPaper.replace("A", "Ä"), "character"],
  [onPaper.replace("4567", "4568"), "typo"],
])("%#: what is no code is refused as what it is", async (typed, mistake) => {
  await expect(readRecoveryCode(typed)).rejects.toMatchObject({ name: "CodeError", mistake });
});

test("no wrong letter, and almost no two exchanged ones, make another code", async () => {
  const code = onPaper.replaceAll("-", "");
  let unnoticed = 0;
  for (let index = 0; index < code.length; index += 1) {
    const wrong = code[index] === "7" ? "8" : "7";
    unnoticed += await isCode(code.slice(0, index) + wrong + code.slice(index + 1));
    const swapped = `${code[index + 1] ?? ""}${code[index] ?? ""}`;
    if (swapped[0] !== swapped[1] && swapped.length === 2)
      unnoticed += await isCode(code.slice(0, index) + swapped + code.slice(index + 2));
  }
  expect(unnoticed).toBe(0);
});

async function isCode(typed: string): Promise<number> {
  return readRecoveryCode(typed).then(
    () => 1,
    () => 0,
  );
}

test("new codes are all different, and use every letter of the alphabet", async () => {
  const codes = await Promise.all(Array.from({ length: 200 }, newRecoveryCode));
  expect(new Set(codes).size).toBe(200);
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
  for (const code of codes) {
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    expect(await readRecoveryCode(code)).toBe(code.replaceAll("-", "").slice(0, 26));
  }
});

const strange = fc.constantFrom("Ä", "–", "\uD800", "🙂", "O", "0", "-", "\u00A0", "\0", "ﬀ", "İ");

test("whatever is typed is a code or is told what is wrong", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: strange })), async (typed) => {
      await expect(readRecoveryCode(typed)).rejects.toBeInstanceOf(CodeError);
    }),
  );
});
