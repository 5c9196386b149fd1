import { expect, test } from "vitest";
import { codeMistake, isEndOf } from "@/lib/spaces/code-mistake.ts";
import { newRecoveryCode } from "@/lib/sync/recovery-code.ts";

test("what was typed is told from a code", async () => {
  const code = await newRecoveryCode();
  expect(await codeMistake(code)).toBeNull();
  expect(await codeMistake(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBeNull();
  expect(await codeMistake("")).toBe("empty");
  expect(await codeMistake(code.slice(0, -1))).toBe("short");
  expect(await codeMistake(`${code}0`)).toBe("long");
  expect(await codeMistake(`${code.slice(0, -1)}U`)).toBe("character");
  expect(await codeMistake((code.startsWith("0") ? "1" : "0") + code.slice(1))).toBe("typo");
});

test("the end of a code may be typed in any way, and so may all of it", () => {
  const code = "0ABC-1DEF-2222-3333-4444-5X50-6601";
  for (const typed of ["5X50-6601", "5x50 6601", " 5X5O66O1 ", "5x50-66ol", code, code.toLowerCase()])
    expect(isEndOf(code, typed, 2), typed).toBe(true);
  for (const typed of ["", "6601", "5X506602", "4444-5X50-6601"])
    expect(isEndOf(code, typed, 2), typed).toBe(false);
});
