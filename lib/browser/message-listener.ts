import * as z from "zod/mini";
import { browser } from "wxt/browser";
import type { Answer, Message } from "./messages.ts";
import { reportError } from "./report-error.ts";

/** What a message must look like. Apart from the senders, so that the popup need not load the parser. */
const messageSchema: z.ZodMiniType<Message> = z.object({ kind: z.enum(["changed", "sync"]) });

/** Whoever called is answered within this time, whatever hangs; a page waits for five seconds. */
const answerWithinMs = 4_500;

/** Hears wake-up calls of our own pages; what comes from elsewhere or cannot be parsed is refused. */
export function onMessage(handle: (message: Message) => Promise<void>): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, answer: (answer: Answer) => void) => {
    const own = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL("/"));
    const parsed = messageSchema.safeParse(raw);
    if (!own || !parsed.success) {
      answer({ ok: false, error: "invalid" });
      return false;
    }
    const timeout = setTimeout(() => answer({ ok: false, error: "timeout" }), answerWithinMs);
    handle(parsed.data)
      .then(
        () => answer({ ok: true }),
        (error: unknown) => {
          reportError("message", error);
          answer({ ok: false, error: "failed" });
        },
      )
      .finally(() => clearTimeout(timeout));
    return true;
  });
}
