import { writeFileSync } from "node:fs";
import type { Bidi } from "./bidi.ts";
import { eventually } from "./wait.ts";

/** What to act on: a CSS selector, or what assistive technology calls it. */
export type Locator = string | { role: string; name: string };

/** A document in Firefox: a tab, the real popup or the real sidebar. Clicks and keys are real input events. */
export type FirefoxPage = {
  evaluate: <Result, Arguments extends readonly unknown[]>(
    run: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => Promise<Result>;
  /** Runs the text of a script, past the page's own policy. */
  runScript: (source: string) => Promise<void>;
  /** Waits until the function's answer is neither `false`, `null` nor `undefined`. */
  waitFor: <Result>(run: () => Result | Promise<Result>, what?: string) => Promise<Result>;
  /** @throws when nothing matches within 20 s. */
  click: (target: Locator) => Promise<void>;
  /** Types into whatever has the focus. */
  type: (text: string) => Promise<void>;
  /** Presses one key by its WebDriver name, for example `Enter`, `Tab`, `Escape`. */
  press: (key: keyof typeof keyCodes) => Promise<void>;
  /** Chooses files in a file input, as its dialog does. */
  chooseFiles: (target: Locator, files: readonly string[]) => Promise<void>;
  /** Writes a PNG. */
  screenshot: (file: string) => Promise<void>;
  url: () => Promise<string>;
  close: () => Promise<void>;
};

/** https://w3c.github.io/webdriver/#keyboard-actions */
const keyCodes = { Enter: "\uE007", Tab: "\uE004", Escape: "\uE00C", Backspace: "\uE003", Space: " " };

type Node = { sharedId: string };

export function firefoxPage(bidi: Bidi, context: string, close: () => Promise<void>): FirefoxPage {
  const find = (target: Locator): Promise<Node> =>
    eventually(
      async () => {
        const locator =
          typeof target === "string"
            ? { type: "css", value: target }
            : { type: "accessibility", value: target };
        const { nodes } = await bidi.send<{ nodes: Node[] }>("browsingContext.locateNodes", {
          context,
          locator,
        });
        return nodes[0];
      },
      { what: JSON.stringify(target), timeoutMs: 20_000 },
    );

  const keys = (values: readonly string[]): Promise<unknown> =>
    bidi.send("input.performActions", {
      context,
      actions: [
        {
          type: "key",
          id: "keyboard",
          actions: values.flatMap((value) => [
            { type: "keyDown", value },
            { type: "keyUp", value },
          ]),
        },
      ],
    });

  return {
    evaluate: (run, ...args) => bidi.evaluate(context, run, ...args),
    runScript: (source) => bidi.runScript(context, source),
    waitFor: async <Result>(run: () => Result | Promise<Result>, what = String(run)): Promise<Result> =>
      eventually(() => bidi.evaluate(context, run), { what }),
    click: async (target) => {
      const element = await find(target);
      // A pointer goes where the element is, also where a bar at the edge lies over it.
      await bidi.send("script.callFunction", {
        functionDeclaration: "(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })",
        arguments: [element],
        target: { context },
        awaitPromise: false,
      });
      await bidi.send("input.performActions", {
        context,
        actions: [
          {
            type: "pointer",
            id: "mouse",
            actions: [
              { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } },
              { type: "pointerDown", button: 0 },
              { type: "pointerUp", button: 0 },
            ],
          },
        ],
      });
    },
    type: async (text) => void (await keys([...text])),
    press: async (key) => void (await keys([keyCodes[key]])),
    chooseFiles: async (target, files) =>
      void (await bidi.send("input.setFiles", { context, element: await find(target), files })),
    screenshot: async (file) => {
      const { data } = await bidi.send<{ data: string }>("browsingContext.captureScreenshot", { context });
      writeFileSync(file, Buffer.from(data, "base64"));
    },
    url: () => bidi.evaluate(context, () => location.href),
    close,
  };
}
