import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram } from "../tools/programs.ts";
import { outputFolder, temporaryFolder } from "./folders.ts";

/** The wall clock of one browser, running beside the true one by an offset. Pass it to a launch function. */
export type ForgedClock = {
  /** For the browser's process. */
  environment: Readonly<Record<string, string>>;
  /** How far ahead of the true time it is, seconds. */
  offsetSeconds: () => number;
  /** Now by this clock, epoch milliseconds. */
  now: () => number;
  /** Moves it by whole seconds, backwards when negative; also works while the browser is closed. */
  jump: (seconds: number) => Promise<void>;
  /** Moves it to an instant, epoch milliseconds, to the second. */
  jumpTo: (instantAt: number) => Promise<void>;
  remove: () => void;
};

/** The shim looks at the file every 50 ms; after twice that every process has the new time. */
const settleMs = 100;

/** True where {@link forgeClock} works: Linux with a C compiler, programs that are not built to refuse preloading. */
export function canForgeClock(): boolean {
  return process.platform === "linux" && findProgram("cc") !== undefined;
}

/**
 * Makes a clock that can be moved while a browser runs on it.
 * @throws where {@link canForgeClock} is false.
 */
export function forgeClock(): ForgedClock {
  const shim = compiledShim();
  const folder = temporaryFolder("clock");
  const file = join(folder.path, "offset");
  let offsetSeconds = 0;
  const write = (): void => {
    // Renamed into place: a reader must never see half a number.
    writeFileSync(`${file}.new`, String(offsetSeconds));
    renameSync(`${file}.new`, file);
  };
  const jump = async (seconds: number): Promise<void> => {
    offsetSeconds += Math.trunc(seconds);
    write();
    await delay(settleMs);
  };
  write();
  return {
    environment: { LD_PRELOAD: shim, MILEPOST_CLOCK_FILE: file, MOZ_DISABLE_CONTENT_SANDBOX: "1" },
    offsetSeconds: () => offsetSeconds,
    now: () => Date.now() + offsetSeconds * 1000,
    jump,
    jumpTo: (instantAt) => jump(Math.round((instantAt - Date.now()) / 1000) - offsetSeconds),
    remove: folder.remove,
  };
}

function compiledShim(): string {
  if (!canForgeClock())
    throw new Error("A forged clock needs Linux and a C compiler (Debian: gcc libc6-dev).");
  const source = join(import.meta.dirname, "clock-shim.c");
  const library = join(outputFolder, "clock-shim.so");
  const builtAt = statSync(library, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt < statSync(source).mtimeMs) {
    mkdirSync(outputFolder, { recursive: true });
    const fresh = `${library}.${process.pid}`;
    try {
      execFileSync("cc", ["-shared", "-fPIC", "-O2", "-Wall", "-o", fresh, source]);
      renameSync(fresh, library);
    } finally {
      rmSync(fresh, { force: true });
    }
  }
  return library;
}
