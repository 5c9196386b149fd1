import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

export interface ServerProcess {
  stop: () => Promise<void>;
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("There is no free port.");
  return address.port;
}

/**
 * Starts a server that stays in the foreground, and waits until its port answers. It ends with this process at the latest.
 * @throws with what it said, where it ends or does not answer
 */
export async function startServer(
  program: string,
  args: readonly string[],
  { port, environment }: { port: number; environment: NodeJS.ProcessEnv },
): Promise<ServerProcess> {
  // A group of its own: some leave their children behind.
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: environment,
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (said = `${said}${String(data)}`.slice(-4000)));
  child.on("error", (error) => (said += error.message));
  const kill = (): void => killGroup(child);
  process.once("exit", kill);
  const server: ServerProcess = {
    stop: async () => {
      process.off("exit", kill);
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const ended = once(child, "exit");
      kill();
      await ended;
    },
  };
  const endsAt = Date.now() + 60_000;
  while (!(await answers(port))) {
    if (child.exitCode === null && child.pid !== undefined && Date.now() < endsAt) {
      await delay(30);
      continue;
    }
    await server.stop();
    throw new Error(`${program} does not answer:\n${said}`);
  }
  return server;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
