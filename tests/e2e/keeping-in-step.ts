import type { Page } from "puppeteer-core";
import type { WxtBrowser } from "wxt/browser";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import { withOtherId } from "@/lib/domain/merge.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { type WholeDatabase, wholeDatabase } from "@/tests/harness/whole-database.ts";
import type { StorageBehindHttps } from "@/tests/harness/storage-behind-https.ts";

declare const chrome: WxtBrowser;

/** A page of the extension with its APIs; of either browser. */
export type AnyPage = Pick<Page, "evaluate">;

/** Asks the background as the page of the settings does. */
export async function ask<T>(control: AnyPage, what: unknown): Promise<T> {
  const id = `task-${crypto.randomUUID()}`;
  await control.evaluate(
    async (task) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => resolve(open.result));
        open.addEventListener("error", () => reject(open.error));
      });
      const transaction = db.transaction("spaceTasks", "readwrite");
      transaction.objectStore("spaceTasks").put(task);
      await new Promise((resolve) => transaction.addEventListener("complete", resolve));
      db.close();
      void chrome.runtime.sendMessage({ kind: "sync" });
    },
    { id, at: Date.now(), ask: what },
  );
  const answer = await eventually(
    async () => {
      const task = (await wholeDatabase(control as never))["spaceTasks"]?.find((each) => each["id"] === id);
      return task?.["answer"] as T | undefined;
    },
    { what: "the background to answer", timeoutMs: 60_000 },
  );
  return answer;
}

/** Begins a space. @returns the recovery code */
export async function beginOn(control: AnyPage, storage: StorageBehindHttps, name: string): Promise<string> {
  const begun = await ask<{ ok: boolean; recoveryCode?: string }>(control, {
    kind: "begin",
    browser: { storage: storage.access, browserName: name },
  });
  if (!begun.ok || !begun.recoveryCode) throw new Error(`It did not begin: ${JSON.stringify(begun)}`);
  return begun.recoveryCode;
}

export async function joinOn(
  control: AnyPage,
  storage: StorageBehindHttps,
  name: string,
  code: string,
): Promise<void> {
  const joined = await ask<{ ok: boolean }>(control, {
    kind: "join",
    browser: { storage: storage.access, browserName: name },
    code,
  });
  if (!joined.ok) throw new Error(`It did not join: ${JSON.stringify(joined)}`);
}

export const syncNow = (control: AnyPage): Promise<unknown> => ask(control, { kind: "sync" });

/** What there is, as all browsers of one person say it. */
export function recordsIn(all: WholeDatabase): string {
  const me = String(all["meta"]?.find((row) => row["key"] === "identity")?.["me"]);
  const tables = tableNames.map((name) => {
    const rows = (all[name] ?? []).map((row) => withOtherId(row, me, "me"));
    return [name, rows.toSorted((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1))] as const;
  });
  return canonicalJson(Object.fromEntries(tables));
}

/** Syncs all in turn until they say the same. */
export async function inStep(controls: readonly AnyPage[]): Promise<WholeDatabase[]> {
  return eventually(
    async () => {
      for (const control of controls) await syncNow(control);
      const all = await Promise.all(controls.map((control) => wholeDatabase(control as never)));
      const said = all.map(recordsIn);
      return said.every((each) => each === said[0]) ? all : undefined;
    },
    { what: "the browsers to say the same", timeoutMs: 90_000 },
  );
}
