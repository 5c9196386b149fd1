import type { MilepostDb } from "@/lib/db/database.ts";
import { personalSpace, type StorageAccess } from "@/lib/domain/space.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { beginSpace, openWithCode } from "@/lib/sync/open-space.ts";
import { probeStore } from "@/lib/sync/probe.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { CodeError } from "@/lib/sync/recovery-code.ts";
import { changeKey, replaceCode } from "@/lib/sync/rotation.ts";
import { foundSpace, spaceStore } from "@/lib/sync/spaces.ts";
import {
  type Begun,
  type Joined,
  type NewBrowser,
  type NewCode,
  type StorageVerdict,
  type TakenOut,
  waitingId,
} from "./answers.ts";
import { keepSpace } from "./keep-space.ts";
import { openStorage } from "./open-storage.ts";
import { askToBeLetIn, letIn, lookWhetherLetIn } from "./pair.ts";
import { addEvents, inTurn, mayReach, problemKindOf, runSpace, type SpacePorts } from "./run.ts";

/** What a page asks the background to do, which alone reaches the network. */
export type Ask =
  | { kind: "test"; storage: StorageAccess; handle?: FileSystemDirectoryHandle }
  | { kind: "begin"; browser: NewBrowser }
  | { kind: "join"; browser: NewBrowser; code: string }
  | { kind: "newCode" }
  | { kind: "takeOut"; holder: string }
  | { kind: "askToBeLetIn"; browser: NewBrowser }
  | { kind: "lookWhetherLetIn" }
  | { kind: "letIn"; request: string; words: string }
  | { kind: "sync"; refillEmpty?: boolean };

/** An answer that nobody came for is of no use any more, and may hold the recovery code. */
const keptMs = 10 * 60_000;

/** Does what pages ask for, each once. */
export async function doTasks(db: MilepostDb, ports: SpacePorts): Promise<void> {
  for (const { id, at } of await db.spaceTasks.toArray()) {
    if (id === waitingId) continue;
    if (ports.now() - at > keptMs || at > ports.now() + keptMs) {
      await db.spaceTasks.delete(id);
      continue;
    }
    // Taken up before it is done: what it holds lies there no longer than it must, and it is not done twice.
    const ask = await db.transaction("rw", db.spaceTasks, async () => {
      const task = await db.spaceTasks.get(id);
      if (task?.ask !== undefined) await db.spaceTasks.put({ id, at });
      return task?.ask as Ask | undefined;
    });
    if (!ask) continue;
    const answer = await answerTo(db, ports, ask).catch((error: unknown) => {
      ports.report(error);
      return { ok: false, problem: "failed" };
    });
    // Else the page is gone.
    await db.spaceTasks.where("id").equals(id).modify({ answer });
  }
}

async function answerTo(db: MilepostDb, ports: SpacePorts, ask: Ask): Promise<unknown> {
  switch (ask.kind) {
    case "test":
      return test(ports, ask);
    case "begin":
      return begin(db, ports, ask.browser);
    case "join":
      return join(db, ports, ask.browser, ask.code);
    case "newCode":
      return newCode(db, ports);
    case "takeOut":
      return takeOut(db, ports, ask.holder);
    case "askToBeLetIn":
      return askToBeLetIn(db, ports, ask.browser);
    case "lookWhetherLetIn":
      return lookWhetherLetIn(db, ports);
    case "letIn":
      return letIn(db, ports, ask);
    case "sync":
      await runSpace(db, personalSpace, ports, { atOnce: true, refillEmpty: ask.refillEmpty ?? false });
      return { ok: true };
  }
}

async function test(
  ports: SpacePorts,
  ask: { storage: StorageAccess; handle?: FileSystemDirectoryHandle },
): Promise<StorageVerdict> {
  try {
    if (!(await mayReach(ports, ask.storage))) return { ok: false, problem: "notAllowed" };
    const store = openStorage(ask, ports);
    const probe = await probeStore({ store, now: ports.now, randomHex: ports.randomHex });
    const aheadMs = probe.aheadMs ?? null;
    const { kind } = probe;
    if (kind === "loses" || kind === "invents" || kind === "staleListing")
      return { ok: false, problem: "notStorage" };
    if (kind !== "ok" && kind !== "slow") return { ok: false, problem: kind };
    const found = await foundSpace(store);
    return { ok: true, hasSpace: found.kind === "spaces", isSlow: kind === "slow", aheadMs };
  } catch (error) {
    return { ok: false, problem: problemKindOf(error) };
  }
}

async function begin(db: MilepostDb, ports: SpacePorts, browser: NewBrowser): Promise<Begun> {
  try {
    if (await db.spaces.get(personalSpace)) return { ok: false, problem: "alreadySetUp" };
    if (!(await mayReach(ports, browser.storage))) return { ok: false, problem: "notAllowed" };
    const root = openStorage(browser, ports);
    const { keys, code } = await beginSpace(root, { name: browser.browserName, now: ports.now() });
    await keepSpace(db, browser, keys, "began");
    return { ok: true, recoveryCode: code };
  } catch (error) {
    if (error instanceof KeyError && error.failure === "spaceThere")
      return { ok: false, problem: "hasSpace" };
    return { ok: false, problem: problemKindOf(error) };
  }
}

async function join(db: MilepostDb, ports: SpacePorts, browser: NewBrowser, code: string): Promise<Joined> {
  try {
    if (await db.spaces.get(personalSpace)) return { ok: false, problem: "alreadySetUp" };
    if (!(await mayReach(ports, browser.storage))) return { ok: false, problem: "notAllowed" };
    const root = openStorage(browser, ports);
    const keys = await openWithCode(root, code, { name: browser.browserName, now: ports.now() });
    await keepSpace(db, browser, keys, "joined");
    return { ok: true };
  } catch (error) {
    if (error instanceof CodeError) return { ok: false, problem: "notACode", mistake: error.mistake };
    if (error instanceof KeyError) {
      if (error.failure === "noSpace") return { ok: false, problem: "noSpaceThere" };
      if (error.failure === "wrongCode" || error.failure === "replaced")
        return { ok: false, problem: "wrongCode" };
    }
    return { ok: false, problem: problemKindOf(error) };
  }
}

async function newCode(db: MilepostDb, ports: SpacePorts): Promise<NewCode> {
  try {
    return await inTurn(db, personalSpace, async (): Promise<NewCode> => {
      const row = await db.spaces.get(personalSpace);
      if (!row) return { ok: false, problem: "failed" };
      if (!(await mayReach(ports, row.storage))) return { ok: false, problem: "notAllowed" };
      const before = row.keys as SpaceKeys;
      const store = spaceStore(openStorage(row, ports), before.space);
      const { keys, code } = await replaceCode(store, before, ports.now());
      await db.spaces.update(personalSpace, { keys, codeConfirmedAt: null });
      return { ok: true, recoveryCode: code };
    });
  } catch (error) {
    return { ok: false, problem: problemKindOf(error) };
  }
}

/** What it has sent so far is fetched first, since what comes after is read by nobody. */
async function takeOut(db: MilepostDb, ports: SpacePorts, holder: string): Promise<TakenOut> {
  try {
    await runSpace(db, personalSpace, ports, { atOnce: true });
    const taken = await inTurn(db, personalSpace, async (): Promise<TakenOut> => {
      const row = await db.spaces.get(personalSpace);
      if (!row) return { ok: false, problem: "failed" };
      if (!(await mayReach(ports, row.storage))) return { ok: false, problem: "notAllowed" };
      const before = row.keys as SpaceKeys;
      const { heads = {} } = (row.state as SpaceState | undefined) ?? {};
      const store = spaceStore(openStorage(row, ports), before.space);
      const keys = await changeKey(store, before, { now: ports.now(), remove: [holder], heads });
      await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
        const now = await db.spaces.get(personalSpace);
        if (!now) return;
        const state = now.state as SpaceState | undefined;
        await db.spaces.put({ ...now, keys, ...(state ? { state: { ...state, owesSnapshot: true } } : {}) });
        await addEvents(db, [{ at: db.now(), space: personalSpace, kind: "tookOut" }]);
      });
      return { ok: true };
    });
    // The snapshot that is due now.
    if (taken.ok) await runSpace(db, personalSpace, ports, { atOnce: true });
    return taken;
  } catch (error) {
    return { ok: false, problem: problemKindOf(error) };
  }
}
