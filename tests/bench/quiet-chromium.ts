import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable, Writable } from "node:stream";
import { chromiumArguments, chromiumEnvironment } from "../harness/chromium-launch.ts";
import { pinToToolbar, unpackedExtensionId } from "../harness/chromium-profile.ts";
import { temporaryFolder } from "../harness/folders.ts";
import { eventually } from "../harness/wait.ts";
import { ensureChromium } from "../tools/browsers.ts";

/** Runs a function in a document; arguments and result travel as JSON. */
export type Evaluate = <Result, Arguments extends readonly unknown[]>(
  run: (...args: Arguments) => Result | Promise<Result>,
  ...args: Arguments
) => Promise<Result>;

/**
 * A Chromium whose driver keeps quiet: it attaches to nothing but what it is told to. Puppeteer holds every new
 * document until it has attached to it, which is part of any time that is measured under it.
 */
export type QuietChromium = {
  /** Ids of the extensions, in the order of their folders. */
  extensionIds: readonly string[];
  /** Opens a tab with this address and waits until it is loaded. */
  openTab: (url: string) => Promise<{ targetId: string; evaluate: Evaluate }>;
  /** Clicks the toolbar button of an extension, in the window of the first tab. */
  clickToolbarButton: (extensionId: string) => Promise<void>;
  /** Attaches to the document with this address, if it is there. */
  attach: (url: string) => Promise<Evaluate | undefined>;
  /** Puts a tab in front; a popup that is open closes. */
  activate: (targetId: string) => Promise<void>;
  close: () => Promise<void>;
};

type TargetInfo = { targetId: string; type: string; url: string };
type Reply = { id?: number; result?: unknown; error?: { message: string } };
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };
type Evaluated = { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } };

/** @param extensions - folders of unpacked extensions, all of them pinned to the toolbar */
export async function launchQuietChromium(extensions: readonly string[]): Promise<QuietChromium> {
  const profile = temporaryFolder("bench");
  pinToToolbar(profile.path, extensions.map(unpackedExtensionId));
  const { path } = await ensureChromium();
  const child = spawn(
    path,
    [
      "--headless",
      "--remote-debugging-pipe",
      "--enable-unsafe-extension-debugging",
      "--no-first-run",
      `--user-data-dir=${profile.path}`,
      ...chromiumArguments({}),
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], env: chromiumEnvironment({}) },
  );
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const send = commandsOver(child.stdio[3], child.stdio[4]);

  const targets = async (type: string): Promise<readonly TargetInfo[]> => {
    const { targetInfos } = await send<{ targetInfos: TargetInfo[] }>("Target.getTargets", {
      filter: [{ type }],
    });
    return targetInfos;
  };
  const attachTo = async (targetId: string): Promise<Evaluate> => {
    const { sessionId } = await send<{ sessionId: string }>("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    return async <Result>(run: (...args: never) => unknown, ...args: readonly unknown[]): Promise<Result> => {
      const { result, exceptionDetails } = await send<Evaluated>(
        "Runtime.evaluate",
        {
          expression: `(${String(run)})(...${JSON.stringify(args)})`,
          awaitPromise: true,
          returnByValue: true,
        },
        sessionId,
      );
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? "A script failed.");
      return result.value as Result;
    };
  };

  const extensionIds: string[] = [];
  for (const folder of extensions) {
    const { id } = await send<{ id: string }>("Extensions.loadUnpacked", { path: folder });
    extensionIds.push(id);
  }
  return {
    extensionIds,
    openTab: async (url) => {
      const { targetId } = await send<{ targetId: string }>("Target.createTarget", { url });
      const evaluate = await attachTo(targetId);
      await eventually(() => evaluate(() => document.readyState === "complete"), { what: url });
      return { targetId, evaluate };
    },
    clickToolbarButton: async (extensionId) => {
      const [tab] = await targets("tab");
      await send("Extensions.triggerAction", { id: extensionId, targetId: tab?.targetId });
    },
    attach: async (url) => {
      const target = (await targets("page")).find((each) => each.url === url);
      return target && attachTo(target.targetId);
    },
    activate: async (targetId) => void (await send("Target.activateTarget", { targetId })),
    close: async () => {
      const ended = once(child, "exit");
      await send("Browser.close");
      await ended;
      process.off("exit", kill);
      profile.remove();
    },
  };
}

/** The commands of the DevTools protocol over two pipes, each message ended by a zero. */
function commandsOver(
  input: unknown,
  output: unknown,
): <Result>(method: string, params?: object, sessionId?: string) => Promise<Result> {
  if (!(input instanceof Writable) || !(output instanceof Readable))
    throw new Error("Chromium has no pipes to talk through.");
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let unread = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = `${unread}${chunk}`.split("\0");
    unread = messages.pop() ?? "";
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message) as Reply;
      const { resolve, reject } = waiting.get(id ?? 0) ?? {};
      waiting.delete(id ?? 0);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    }
  });
  return <Result>(method: string, params: object = {}, sessionId?: string) =>
    new Promise<Result>((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}
