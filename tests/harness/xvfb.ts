import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { findProgram } from "../tools/programs.ts";

/** A screen in memory, for what only a window has: toolbar, badge, toasts, permission dialogs. */
export type Screen = {
  /** For the browser's process. */
  environment: Readonly<Record<string, string>>;
  /** Writes what the whole screen shows, as a PNG. */
  screenshotRoot: (file: string) => Promise<void>;
  /** A real mouse click at a place on the screen, pixels from its upper left corner. */
  click: (x: number, y: number) => Promise<void>;
  /** Real key presses by their X names, for example `Tab`, `Return`, `alt+shift+m`. */
  press: (...keys: readonly string[]) => Promise<void>;
  /**
   * Waits for a window whose title begins so, brings it to the front and presses keys or types text in it.
   * @param input keys by their X names, or `{ text }`; a moment lies between them
   */
  intoWindow: (title: string, input: readonly (string | { text: string })[]) => Promise<void>;
  stop: () => Promise<void>;
};

const run = promisify(execFile);

/** True where {@link startScreen} works. */
export function canStartScreen(): boolean {
  return findProgram("Xvfb") !== undefined;
}

/**
 * Starts Xvfb on a free display, with a window manager if one is installed.
 * @throws when Xvfb is missing or does not start.
 */
export async function startScreen({ width = 1280, height = 800 } = {}): Promise<Screen> {
  const xvfb = findProgram("Xvfb");
  if (!xvfb) throw new Error("Xvfb is not installed (Debian: apt-get install xvfb).");
  // With `-displayfd` it chooses the display itself and says which, so that two never collide.
  const server = spawn(
    xvfb,
    ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const processes: ChildProcess[] = [server];
  const killAll = (): void => {
    for (const child of processes) child.kill("SIGKILL");
  };
  process.once("exit", killAll);
  const environment = {
    DISPLAY: `:${await chosenDisplay(server)}`,
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    // A Wayland session of the developer would win over the display.
    WAYLAND_DISPLAY: "",
  };
  const env = { ...process.env, ...environment };

  const windowManager = findProgram("openbox");
  if (windowManager)
    processes.push(spawn(windowManager, ["--sm-disable"], { stdio: "ignore", env, detached: false }));

  return {
    environment,
    screenshotRoot: async (file) => {
      const picture = findProgram("import");
      if (!picture) throw new Error("A picture of the screen needs ImageMagick (Debian: imagemagick).");
      await run(picture, ["-silent", "-window", "root", file], { env });
    },
    click: async (x, y) => {
      await run(
        requireXdotool(),
        ["mousemove", "--sync", String(x), String(y), "sleep", "0.1", "click", "1"],
        { env },
      );
    },
    press: async (...keys) => {
      await run(requireXdotool(), ["key", "--delay", "60", ...keys], { env });
    },
    intoWindow: async (title, input) => {
      const search = ["search", "--sync", "--onlyvisible", "--name", `^${title}`];
      const { stdout } = await run(requireXdotool(), search, { env, timeout: 15_000 });
      const [window = ""] = stdout.trim().split("\n");
      await run(requireXdotool(), ["windowactivate", "--sync", window], { env });
      for (const each of input) {
        const args = typeof each === "string" ? ["key", each] : ["type", "--delay", "10", each.text];
        await run(requireXdotool(), args, { env });
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
    },
    stop: async () => {
      process.off("exit", killAll);
      const ended = processes
        .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
        .map((child) => once(child, "exit"));
      killAll();
      await Promise.all(ended);
    },
  };
}

async function chosenDisplay(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3];
  if (!pipe || !("read" in pipe)) throw new Error("Xvfb has no pipe to tell its display.");
  const [answer] = (await Promise.race([
    once(pipe, "data"),
    once(server, "exit").then(() => Promise.reject(new Error("Xvfb ended at once."))),
  ])) as [Buffer];
  return String(answer).trim();
}

function requireXdotool(): string {
  const path = findProgram("xdotool");
  if (!path) throw new Error("Real clicks on a screen need xdotool (Debian: apt-get install xdotool).");
  return path;
}
