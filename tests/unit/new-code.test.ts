import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { runSpace } from "@/lib/spaces/run.ts";
import { begin, confirmCode, join, newCode } from "@/lib/spaces/set-up.ts";
import { leftCode } from "@/lib/spaces/left-code.ts";
import { doTasks } from "@/lib/spaces/tasks.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { memoryWebdav, webdavUrl } from "@/tests/sync/memory-webdav.ts";

const storage = { kind: "webdav", url: webdavUrl, user: "me", password: "secret" } as const;

function browserOn(server: ReturnType<typeof memoryWebdav>, name: string) {
  const db = memoryDb({ name }, new IDBFactory());
  const ports = {
    fetch: server.fetch,
    now: () => Date.now(),
    mayReach: () => Promise.resolve(true),
    whileFewer: (doing: () => Promise<void>) => doing(),
    report: (error: unknown) => {
      throw error;
    },
  };
  const wake = () => doTasks(db, ports);
  return { db, ports, wake, page: { db, wake } };
}

test("a new recovery code takes the place of the one before, which opens nothing any more", async () => {
  const server = memoryWebdav(() => Date.now());
  const one = browserOn(server, "one");
  const begun = await begin(one.page, { storage, browserName: "Desk" });
  if (!begun.ok) throw new Error(begun.problem);
  await runSpace(one.db, "personal", one.ports, { atOnce: true });
  expect(await confirmCode(one.page, begun.recoveryCode)).toBe(true);
  const made = await newCode(one.page);
  if (!made.ok) throw new Error(made.problem);
  expect((await one.db.spaces.get("personal"))?.codeConfirmedAt).toBeNull();
  expect(await confirmCode(one.page, begun.recoveryCode)).toBe(false);
  expect(await confirmCode(one.page, made.recoveryCode)).toBe(true);
  await runSpace(one.db, "personal", one.ports, { atOnce: true });

  const two = browserOn(server, "two");
  const browser = { storage, browserName: "Laptop" };
  expect(await join(two.page, browser, begun.recoveryCode)).toEqual({ ok: false, problem: "wrongCode" });
  expect(await join(two.page, browser, made.recoveryCode)).toEqual({ ok: true });
});

test("a code whose page was closed before it came is found by the next page", async () => {
  const one = browserOn(
    memoryWebdav(() => Date.now()),
    "one",
  );
  expect(await leftCode(one.db)).toBeNull();
  await one.db.spaceTasks.put({
    id: "t",
    at: Date.now(),
    ask: { kind: "begin", browser: { storage, browserName: "Desk" } },
  });
  await one.wake();
  expect(await leftCode(one.db)).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/u);
  expect(await one.db.spaceTasks.count()).toBe(0);
});
