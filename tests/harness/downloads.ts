import { mkdirSync, readdirSync, readFileSync } from "node:fs";
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
  const seen = new Set<string>();
  return {
    path: folder.path,
    next: () =>
      eventually(
        () => {
          const name = readdirSync(folder.path).find(
            (each) => !seen.has(each) && !each.endsWith(".crdownload"),
          );
          if (!name || readFileSync(join(folder.path, name)).length === 0) return undefined;
          seen.add(name);
          return join(folder.path, name);
        },
        { what: "a download", timeoutMs: 30_000 },
      ),
    remove: folder.remove,
  };
}
