import { browser } from "wxt/browser";

const key = "sync.code";

/*
 * A recovery code that was shown and not confirmed yet. In the memory of the browser alone, never on a disk: the page may
 * be closed before the code was written down, and it could be shown by nobody else.
 */

export async function pendingCode(): Promise<string | null> {
  const stored: unknown = (await browser.storage.session.get(key))[key];
  return typeof stored === "string" ? stored : null;
}

/** @param code `null` forgets it */
export async function keepPendingCode(code: string | null): Promise<void> {
  await (code === null ? browser.storage.session.remove(key) : browser.storage.session.set({ [key]: code }));
}
