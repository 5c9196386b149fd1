import { beforeEach, expect, onTestFinished, test } from "vitest";
import { mayWrite } from "@/lib/browser/folder.ts";
import { addGoal } from "@/lib/db/goals.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import {
  begin,
  changeAccess,
  join,
  joinWithPassphrase,
  removePassphrase,
  setPassphrase,
  shownSpace,
  type SpacePage,
  syncNow,
  testStorage,
} from "@/lib/spaces/set-up.ts";
import { doTasks } from "@/lib/spaces/tasks.ts";
import { syncView } from "@/lib/state/sync-view.ts";
import { firstRun, freshDb, testNow } from "./fresh-db.ts";

/** Two browsers of one person over a folder whose handle went through the real database; the folder is the origin's own. */
const folder = { kind: "folder" } as const;
let handle: FileSystemDirectoryHandle;

beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  const name = crypto.randomUUID();
  handle = await root.getDirectoryHandle(name, { create: true });
  return () => root.removeEntry(name, { recursive: true }).catch(() => undefined);
});

interface Profile {
  page: SpacePage;
  db: MilepostDb;
  /** Whether the browser lets the folder be used. */
  allowed: boolean;
}

function profile(): Profile {
  const clock = { now: testNow };
  const db = freshDb(clock);
  const made: Profile = {
    page: {
      db,
      wake: () =>
        doTasks(db, {
          fetch: () => Promise.reject(new Error("A folder needs no network.")),
          now: () => (clock.now += 1),
          mayReach: () => Promise.reject(new Error("A folder has no site.")),
          mayUse: async (kept) => made.allowed && (await mayWrite(kept)),
          whileFewer: (doing) => doing(),
          report: (error) => {
            throw error;
          },
        }),
    },
    db,
    allowed: true,
  };
  return made;
}

async function begunIn(name: string): Promise<{ one: Profile; code: string }> {
  const one = profile();
  await startMentorship(one.db, firstRun);
  const begun = await begin(one.page, { storage: folder, handle, browserName: name });
  if (!begun.ok) throw new Error(begun.problem);
  await syncNow(one.page);
  return { one, code: begun.recoveryCode };
}

const titles = async ({ db }: Profile): Promise<string[]> =>
  (await db.goals.toArray()).map(({ title }) => title).toSorted();

test("a folder is tried, begun on and joined, and what each writes arrives at the other", async () => {
  const other = profile();
  expect(await testStorage(other.page, folder, handle)).toMatchObject({ ok: true, hasSpace: false });
  const { one, code } = await begunIn("Desk");
  expect(await testStorage(other.page, folder, handle)).toMatchObject({ ok: true, hasSpace: true });
  expect(await join(other.page, { storage: folder, handle, browserName: "Laptop" }, code)).toEqual({
    ok: true,
  });
  await syncNow(other.page);
  expect(await titles(other)).toEqual(await titles(one));
  const [mentorship] = await other.db.mentorships.toArray();
  await addGoal(other.db, mentorship?.id ?? "", "Written on the train");
  await syncNow(other.page);
  await syncNow(one.page);
  expect(await titles(one)).toContain("Written on the train");
  const shown = await shownSpace(one.db);
  expect(shown?.storage).toMatchObject({ kind: "folder", handle: { name: handle.name } });
});

test("a passphrase joins over a folder, until it is taken away", async () => {
  const { one } = await begunIn("Desk");
  await setPassphrase(one.page, "the kettle is on");
  const other = profile();
  const laptop = { storage: folder, handle, browserName: "Laptop" };
  expect(await joinWithPassphrase(other.page, laptop, "the kettle is on")).toEqual({ ok: true });
  await syncNow(other.page);
  expect(await titles(other)).toEqual(await titles(one));
  expect(await removePassphrase(one.page)).toEqual({ ok: true });
  const third = profile();
  expect(await joinWithPassphrase(third.page, laptop, "the kettle is on")).toMatchObject({ ok: false });
});

test("a folder that may not be used any more waits for the person, and goes on as soon as it may", async () => {
  const { one } = await begunIn("Desk");
  one.allowed = false;
  await addGoal(one.db, (await one.db.mentorships.toArray())[0]?.id ?? "", "Written without it");
  await syncNow(one.page);
  const lapsed = await shownSpace(one.db);
  expect(lapsed).toMatchObject({ waiting: 1, status: { state: "problem", problem: { kind: "notAllowed" } } });
  expect(lapsed && syncView(lapsed)).toMatchObject({
    words: "folderNotAllowed",
    acts: ["allow"],
    tone: "problem",
  });
  one.allowed = true;
  await syncNow(one.page);
  expect(await shownSpace(one.db)).toMatchObject({ waiting: 0, status: { state: "idle", problem: null } });
});

test("a folder that is gone is no empty storage; chosen again, all goes on", async () => {
  const { one } = await begunIn("Desk");
  const root = await navigator.storage.getDirectory();
  const moved = await root.getDirectoryHandle(crypto.randomUUID(), { create: true });
  onTestFinished(() => root.removeEntry(moved.name, { recursive: true }));
  await copyInto(handle, moved);
  await root.removeEntry(handle.name, { recursive: true });
  await syncNow(one.page);
  const gone = await shownSpace(one.db);
  expect(gone?.status.problem).toMatchObject({ kind: "notStorage" });
  expect(gone && syncView(gone)).toMatchObject({ words: "folderGone", acts: ["now", "another"] });
  await changeAccess(one.page, folder, moved);
  expect(await shownSpace(one.db)).toMatchObject({ status: { state: "idle", problem: null } });
});

async function copyInto(from: FileSystemDirectoryHandle, to: FileSystemDirectoryHandle): Promise<void> {
  for await (const entry of from.values()) {
    if (entry.kind === "directory") {
      await copyInto(entry, await to.getDirectoryHandle(entry.name, { create: true }));
      continue;
    }
    const file = await entry.getFile();
    const copy = await to.getFileHandle(entry.name, { create: true });
    await file.stream().pipeTo(await copy.createWritable());
  }
}
