import { spawnSync } from "node:child_process";
import { findProgram } from "./programs.ts";

/** Debian's own comes second: it has the package where one of another origin lacks it. */
export function findReadersPython(): string | undefined {
  return ["python3", "/usr/bin/python3"]
    .map(findProgram)
    .filter((program) => program !== undefined)
    .find((program) => spawnSync(program, ["-c", "import cryptography"]).status === 0);
}
