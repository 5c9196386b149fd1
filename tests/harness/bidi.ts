import { setTimeout as delay } from "node:timers/promises";

/** A WebDriver BiDi connection: commands out, answers back. See https://w3c.github.io/webdriver-bidi/ */
export type Bidi = {
  /** @throws with the browser's error code and message, or when there is no answer within 30 s. */
  send: <Result = unknown>(method: string, params?: Readonly<Record<string, unknown>>) => Promise<Result>;
  /**
   * Runs a function in a document; arguments and result travel as JSON.
   * @throws what the function throws.
   */
  evaluate: <Result, Arguments extends readonly unknown[]>(
    context: string,
    run: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => Promise<Result>;
  /**
   * Runs the text of a script in a document, past the document's own policy.
   * @throws what the script throws.
   */
  runScript: (context: string, source: string) => Promise<void>;
  close: () => void;
};

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };
type Answer =
  | { type: "success"; id: number; result: unknown }
  | { type: "error"; id: number; error: string; message: string }
  | { type: "event" };
type EvaluateResult =
  | { type: "success"; result: { type: string; value?: string } }
  | { type: "exception"; exceptionDetails: { text: string } };

const answerWithinMs = 30_000;

/** @param url - of the session, `ws://127.0.0.1:…/session` */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve(), { once: true });
    socket.addEventListener("error", () => reject(new Error(`No WebDriver BiDi at ${url}`)), { once: true });
  });

  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.type === "event") return;
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if (answer.type === "success") resolve?.(answer.result);
    else reject?.(new Error(`${answer.error}: ${answer.message}`));
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser has closed the connection."));
    waiting.clear();
  });

  const send: Bidi["send"] = async <Result>(method: string, params = {}): Promise<Result> => {
    const id = ++lastId;
    const cancel = new AbortController();
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    const late = delay(answerWithinMs, undefined, { signal: cancel.signal }).then(() => {
      throw new Error(`No answer to ${method} within ${answerWithinMs / 1000} s`);
    });
    socket.send(JSON.stringify({ id, method, params }));
    try {
      return (await Promise.race([answer, late])) as Result;
    } finally {
      cancel.abort();
      waiting.delete(id);
    }
  };

  return {
    send,
    evaluate: async <Result, Arguments extends readonly unknown[]>(
      context: string,
      run: (...args: Arguments) => Result | Promise<Result>,
      ...args: Arguments
    ): Promise<Result> => {
      const answer = await send<EvaluateResult>("script.callFunction", {
        target: { context },
        functionDeclaration: `async (json) => JSON.stringify(await (${String(run)})(...JSON.parse(json)))`,
        arguments: [{ type: "string", value: JSON.stringify(args) }],
        awaitPromise: true,
      });
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
      return (answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)) as Result;
    },
    runScript: async (context, source) => {
      const answer = await send<EvaluateResult>("script.evaluate", {
        target: { context },
        expression: `${source}\n;undefined`,
        awaitPromise: false,
      });
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    },
    close: () => socket.close(),
  };
}
