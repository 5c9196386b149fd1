import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { repositoryRoot } from "../harness/folders.ts";

/** One step of a check: a name, and what it does. It has failed when it throws. */
export type Step = { name: string; run: () => Promise<void> | void };

/**
 * Runs steps in order, naming each and its time.
 * @returns false as soon as one has failed; the rest is not run.
 */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  for (const { name, run } of steps) {
    console.log(`\n▶ ${name}`);
    const startedAt = performance.now();
    const seconds = (): string => ((performance.now() - startedAt) / 1000).toFixed(1);
    try {
      await run();
      console.log(`✔ ${name}, ${seconds()} s`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      console.error(`✘ ${name} failed after ${seconds()} s`);
      return false;
    }
  }
  return true;
}

/**
 * Runs one of the scripts of `package.json` and shows what it prints. Node does it without npm, on the project's own
 * version of itself and with the installed packages' programs in PATH.
 * @throws when it ends with anything but 0.
 */
export async function runScript(name: string, args: readonly string[] = []): Promise<void> {
  const child = spawn(process.execPath, ["--run", name, "--", ...args], {
    cwd: repositoryRoot,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (status !== 0) throw new Error(`${name} ended with ${status ?? "a signal"}`);
}
