import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { WxtBrowser } from "wxt/browser";
import type { Chromium } from "@/tests/harness/chromium.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { builtExtension, type Target, type TemporaryFolder, temporaryFolder } from "../harness/folders.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

/**
 * The build with the permission for notifications from the start: the browser would ask for it in a dialog, which is
 * tested with the harness.
 */
export function remindingBuild({
  icon = true,
  target = "chrome",
}: { icon?: boolean; target?: Target } = {}): TemporaryFolder {
  const folder = temporaryFolder("reminding");
  cpSync(builtExtension(target), folder.path, { recursive: true });
  const file = join(folder.path, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as {
    permissions: string[];
    optional_permissions?: string[];
    icons: Record<string, string>;
    action: { default_icon?: Record<string, string> };
  };
  manifest.permissions.push("notifications");
  delete manifest.optional_permissions;
  if (!icon) {
    // The one that notifications bear is missing; what the browser asks for is there.
    rmSync(join(folder.path, "icons", "icon-128.png"));
    for (const icons of [manifest.icons, manifest.action.default_icon ?? {}]) delete icons["128"];
  }
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

export const shownNotices = async (chromium: Chromium): Promise<string[]> =>
  (await chromium.control()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));

/** As a page of the app does when something changed. */
export const wakeBackground = async (chromium: Chromium): Promise<unknown> =>
  (await chromium.control()).evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));

/** What is beside an id in a row that the person made. */
const common = { author: "me", space: "personal", visibility: "private", createdAt: 1_700_000_000_000 };

/** A promise of one's own that is due on a day. */
export function promiseRow(id: string, dueOn: string, more: object = {}): object {
  const what = { mentorshipId: null, title: `Promise ${id}`, owner: "me", must: true, status: "open" };
  return { id, ...common, ...what, dueOn, ...more };
}

/** A reminder at a civil time. */
export function ownRow(id: string, on: string, time: string, more: object = {}): object {
  return { id, ...common, kind: "own", status: "open", text: `Reminder ${id}`, on, time, ...more };
}

/** A page of either browser, of which each has types of its own for what is the same. */
type AnyPage = Pick<Page, "evaluate"> | Pick<FirefoxPage, "evaluate">;
type Evaluate = <Args extends unknown[], Result>(
  run: (...args: Args) => Promise<Result>,
  ...args: Args
) => Promise<Result>;
const evaluateIn = (page: AnyPage): Evaluate => page.evaluate.bind(page) as unknown as Evaluate;

/** Puts rows into the database of the browser, past the app: thousands at once, at any time. */
export async function putRows(page: AnyPage, table: string, rows: readonly object[]): Promise<void> {
  await evaluateIn(page)(
    (store: string, all: readonly object[]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("error", () => reject(open.error));
        open.addEventListener("success", () => {
          const transaction = open.result.transaction(store, "readwrite");
          for (const row of all) transaction.objectStore(store).put(row);
          transaction.addEventListener("abort", () => reject(transaction.error));
          transaction.addEventListener("complete", () => {
            open.result.close();
            resolve();
          });
        });
      }),
    table,
    rows,
  );
}

export async function rowsOf(page: AnyPage, table: string): Promise<Record<string, unknown>[]> {
  return evaluateIn(page)(
    (store: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("error", () => reject(open.error));
        open.addEventListener("success", () => {
          const all = open.result.transaction(store).objectStore(store).getAll();
          all.addEventListener("success", () => {
            open.result.close();
            resolve(all.result as Record<string, unknown>[]);
          });
        });
      }),
    table,
  );
}
