import type { Browser, CDPSession, Page } from "puppeteer-core";
import { eventually } from "./wait.ts";

/**
 * The extension's service worker. Puppeteer's own handles are not used: as long as one exists, the worker never goes to
 * sleep, and once it has been killed its successor stays out of reach.
 */
export type ServiceWorker = {
  running: () => Promise<boolean>;
  /** Starts it without an event, if it is not running. */
  start: () => Promise<void>;
  /** Ends it at once, as the browser does. The next event starts a new one. */
  kill: () => Promise<void>;
  /** As `kill`, while pages are calling it: its successor may be there before anybody can see that it was gone. */
  interrupt: () => Promise<void>;
  /** Runs a function in it, started if need be; arguments and result travel as JSON. */
  evaluate: <Result, Arguments extends readonly unknown[]>(
    run: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => Promise<Result>;
};

/** @param control - gives a page of the extension, through which its worker can be stopped and started */
export async function serviceWorkerOf(
  browser: Browser,
  extensionOrigin: string,
  control: () => Promise<Page>,
): Promise<ServiceWorker> {
  const browserSession = await browser.target().createCDPSession();

  const targetId = async (): Promise<string | undefined> => {
    const { targetInfos } = await browserSession.send("Target.getTargets");
    return targetInfos.find(({ type, url }) => type === "service_worker" && url.startsWith(extensionOrigin))
      ?.targetId;
  };

  const command = async (run: (session: CDPSession) => Promise<unknown>): Promise<void> => {
    const session = await (await control()).createCDPSession();
    await session.send("ServiceWorker.enable");
    await run(session);
    await session.detach();
  };

  const start = async (): Promise<void> => {
    if (await targetId()) return;
    await command((session) =>
      session.send("ServiceWorker.startWorker", { scopeURL: `${extensionOrigin}/` }),
    );
    await eventually(targetId, { what: "the service worker" });
  };

  const interrupt = (): Promise<void> => command((session) => session.send("ServiceWorker.stopAllWorkers"));

  return {
    running: async () => (await targetId()) !== undefined,
    start,
    kill: async () => {
      await interrupt();
      await eventually(
        async () => {
          if ((await targetId()) === undefined) return true;
          // One that was only starting did not hear it.
          await interrupt();
          return false;
        },
        { what: "the end of the service worker", timeoutMs: 30_000, intervalMs: 100 },
      );
    },
    interrupt,
    evaluate: async (run, ...args) => {
      await start();
      const id = await eventually(targetId, { what: "the service worker" });
      const { sessionId } = await browserSession.send("Target.attachToTarget", {
        targetId: id,
        flatten: true,
      });
      const session = browserSession.connection()?.session(sessionId);
      if (!session) throw new Error("The service worker ended while it was being asked.");
      try {
        return await evaluate(session, `(${String(run)})(...${JSON.stringify(args)})`);
      } finally {
        // From the session that attached it; `session.detach` would ask the connection, which does not know it.
        await browserSession.send("Target.detachFromTarget", { sessionId });
      }
    },
  };
}

/**
 * Runs a script and returns its value.
 * @param asClick - as if the user had just clicked there, which `Page.evaluate` cannot pretend
 * @throws what the script throws.
 */
export async function evaluate<Result>(
  session: CDPSession,
  expression: string,
  { asClick = false } = {},
): Promise<Result> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    userGesture: asClick,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Result;
}
