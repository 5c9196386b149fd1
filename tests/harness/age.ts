import { spawnSync } from "node:child_process";
import { findProgram } from "../tools/programs.ts";

/** Types a passphrase at a terminal of its own each time it is asked: `age` takes it from nowhere else. */
const typist = `
import os, pty, sys
passphrase, command = sys.argv[1], sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
said = b""
while True:
    try:
        part = os.read(terminal, 1024)
    except OSError:
        break
    if not part:
        break
    said += part
    if said.rstrip().endswith(b":"):
        said = b""
        os.write(terminal, passphrase.encode() + b"\\n")
_, status = os.waitpid(pid, 0)
sys.stdout.write(said.decode(errors="replace"))
sys.exit(os.waitstatus_to_exitcode(status))
`;

/** The `age` command is here, as it is on a machine that the tests have set up. */
export function hasAge(): boolean {
  return findProgram("age") !== undefined && findProgram("python3") !== undefined;
}

/** Runs the `age` command, which asks for the passphrase. @throws with its words where it fails */
export function runAge(args: readonly string[], passphrase: string): void {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", typist, passphrase, "age", ...args], {
    encoding: "utf8",
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`age ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
}
