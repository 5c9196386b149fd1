import { browser } from "wxt/browser";
import { emptyMirror, Mirror } from "@/lib/domain/mirror.ts";

const mirrorKey = "reminders";

/** Written by the background alone. */
export const mirrorStore = {
  async read(): Promise<Mirror> {
    const stored = await browser.storage.local.get(mirrorKey);
    const parsed = Mirror.safeParse(stored[mirrorKey]);
    return parsed.success ? parsed.data : emptyMirror;
  },
  async write(mirror: Mirror): Promise<void> {
    await browser.storage.local.set({ [mirrorKey]: mirror });
  },
};
