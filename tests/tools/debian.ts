import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findProgram } from "./programs.ts";

/** True where packages can be installed without asking: Debian or Ubuntu, as root, as in a fresh container. */
export function canInstallPackages(): boolean {
  return (
    existsSync("/etc/debian_version") && process.getuid?.() === 0 && findProgram("apt-get") !== undefined
  );
}

let listsAreFresh = false;

/**
 * Installs Debian packages quietly; output is shown only when it fails.
 * @throws with apt's own words when a package cannot be installed.
 */
export function installPackages(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(", ")} with apt-get …`);
  // Package lists of a fresh image are empty or stale. A mirror that is partly out of reach is no reason to stop.
  if (!listsAreFresh) runApt(["update"]);
  listsAreFresh = true;
  const { status, output } = runApt(["install", "--yes", "--no-install-recommends", ...packages]);
  if (status !== 0) throw new Error(`apt-get install ${packages.join(" ")} failed:\n${output.slice(-2000)}`);
}

function runApt(args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync("apt-get", ["--quiet", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: `${stdout}${stderr}` };
}
