import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Chromium } from "./chromium.ts";
import { temporaryFolder } from "./folders.ts";
import { eventually } from "./wait.ts";

export type Downloads = {
  path: string;
  /** Waits for a download that was not there before, whole, and returns where it is. */
  next: () => Promise<string>;
  remove: () => void;
};

/** Sends what Chromium downloads into a folder of its own. */
export async function downloadsOf(chromium: Chromium): Promise<Downloads> {
  const folder = temporaryFolder("downloads");
  mkdirSync(folder.path, { recursive: true });
  const session = await chromium.browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder.path });
  const seen = new Map<string, number>();
  return {
    path: folder.path,
    next: () =>
      eventually(
        () => {
          for (const name of readdirSync(folder.path)) {
            const path = join(folder.path, name);
            const { size, mtimeMs } = statSync(path);
            // One of the same name takes the place of the earlier one.
            if (name.endsWith(".crdownload") || size === 0 || seen.get(name) === mtimeMs) continue;
            seen.set(name, mtimeMs);
            return path;
          }
          return undefined;
        },
        { what: "a download", timeoutMs: 30_000 },
      ),
    remove: folder.remove,
  };
}
