import type { MilepostDb } from "@/lib/db/database.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { personalSpace, type StorageAccess } from "@/lib/domain/space.ts";
import { randomHex } from "@/lib/sync/bytes.ts";
import { KeyError, type KeyFailure } from "@/lib/sync/key-error.ts";
import { isRemoved, refreshKeys, type SpaceKeys } from "@/lib/sync/keys.ts";
import { type BrowserWords, openWithCode } from "@/lib/sync/open-space.ts";
import { openWithPassphrase, removePassphrase, setPassphrase } from "@/lib/sync/passphrase.ts";
import { probeStore } from "@/lib/sync/probe.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { CodeError } from "@/lib/sync/recovery-code.ts";
import { vouchForRooms } from "@/lib/sync/rooms.ts";
import { changeKey, replaceCode } from "@/lib/sync/rotation.ts";
import { foundSpace } from "@/lib/sync/spaces.ts";
import type { Store } from "@/lib/sync/store.ts";
import {
  type Joined,
  type NewBrowser,
  type NewCode,
  type PassphraseKept,
  type StorageVerdict,
  type TakenOut,
  beginningId,
  waitingId,
} from "./answers.ts";
import { begin, endBegun, spaceBegun } from "./begin.ts";
import { nameOfBrowser } from "./browsers.ts";
import { addEvents } from "./events.ts";
import { type KeyAct, keepKeys } from "./keep-keys.ts";
import { keepSpace } from "./keep-space.ts";
import { askToBeLetIn, letIn, lookWhetherLetIn } from "./pair.ts";
import { problemKindOf } from "./problem-kind.ts";
import { inOwnSpace, reachSpace, reachStorage, type SpacePorts } from "./reach.ts";
import { SpaceStopped } from "./replica.ts";
import { answerToRoom, type RoomAsk } from "./room-tasks.ts";
import { runSpace } from "./run.ts";

/** What a page asks the background to do, which alone reaches the network. */
export type Ask =
  | { kind: "test"; storage: StorageAccess; handle?: FileSystemDirectoryHandle }
  | { kind: "begin"; browser: NewBrowser }
  | { kind: "join"; browser: NewBrowser; code: string }
  | { kind: "joinWithPassphrase"; browser: NewBrowser; passphrase: string }
  | { kind: "newCode" }
  | { kind: "setPassphrase"; passphrase: string }
  | { kind: "removePassphrase" }
  | { kind: "takeOut"; holder: string }
  | { kind: "askToBeLetIn"; browser: NewBrowser }
  | { kind: "lookWhetherLetIn" }
  | { kind: "letIn"; request: string; words: string }
  | { kind: "sync"; refillEmpty?: boolean }
  | RoomAsk;

/** An answer that nobody came for is of no use any more, and may hold the recovery code. */
const keptMs = 10 * 60_000;

/** Does what pages ask for, each once. */
export async function doTasks(db: MilepostDb, ports: SpacePorts): Promise<void> {
  await endBegun(db, ports);
  for (const { id, at } of await db.spaceTasks.toArray()) {
    if (id === waitingId || id === beginningId) continue;
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
    const answer = await answerTo(db, ports, ask, id).catch((error: unknown) => {
      const problem = problemKindOf(error);
      if (problem === "failed" && !(error instanceof SpaceStopped)) ports.report(error);
      return { ok: false, problem };
    });
    // Else the page is gone.
    await db.spaceTasks.where("id").equals(id).modify({ answer });
  }
}

async function answerTo(db: MilepostDb, ports: SpacePorts, ask: Ask, id: Id): Promise<unknown> {
  if ("mentorshipId" in ask) return answerToRoom(db, ports, ask);
  switch (ask.kind) {
    case "test":
      return test(db, ports, ask);
    case "begin":
      return begin(db, ports, ask.browser, id);
    case "join":
      return join(db, ports, ask.browser, {
        open: (root, words) => openWithCode(root, ask.code, words),
        problems: codeProblems,
        hasCode: true,
      });
    case "joinWithPassphrase":
      return join(db, ports, ask.browser, {
        open: (root, words) => openWithPassphrase(root, ask.passphrase, words),
        problems: passphraseProblems,
        hasCode: false,
      });
    case "newCode":
      return newCode(db, ports);
    case "setPassphrase":
      return keepPassphrase(db, ports, "passphraseSet", (store, keys) =>
        setPassphrase(store, keys, ask.passphrase, ports.now()),
      );
    case "removePassphrase":
      return keepPassphrase(db, ports, "passphraseRemoved", (store, keys) =>
        removePassphrase(store, keys, ports.now()),
      );
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
  db: MilepostDb,
  ports: SpacePorts,
  ask: Extract<Ask, { kind: "test" }>,
): Promise<StorageVerdict> {
  const store = await reachStorage(ask, ports);
  const { kind, aheadMs = null } = await probeStore({ store, now: ports.now, randomHex });
  if (kind === "loses" || kind === "invents" || kind === "staleListing")
    return { ok: false, problem: "notStorage" };
  if (kind !== "ok" && kind !== "slow") return { ok: false, problem: kind };
  const found = await foundSpace(store);
  const begun = await spaceBegun(db);
  const spaces = found.kind === "spaces" ? found.spaces.filter(({ space }) => space !== begun) : [];
  const hasPassphrase = spaces.some((space) => space.hasPassphrase);
  return { ok: true, hasSpace: spaces.length > 0, hasPassphrase, isSlow: kind === "slow", aheadMs };
}

/** With what a space is opened. */
interface Opening {
  open: (root: Store, words: BrowserWords) => Promise<SpaceKeys>;
  problems: typeof codeProblems;
  hasCode: boolean;
}

async function join(
  db: MilepostDb,
  ports: SpacePorts,
  browser: NewBrowser,
  { open, problems, hasCode }: Opening,
): Promise<Joined> {
  if (await db.spaces.get(personalSpace)) return { ok: false, problem: "alreadySetUp" };
  const root = await reachStorage(browser, ports);
  try {
    const keys = await open(root, { name: browser.browserName, now: ports.now() });
    await keepSpace(db, browser, keys, { kind: "joined", hasCode });
    return { ok: true };
  } catch (error) {
    if (error instanceof CodeError) return { ok: false, problem: "notACode", mistake: error.mistake };
    const problem = error instanceof KeyError ? problems[error.failure] : undefined;
    if (!problem) throw error;
    return { ok: false, problem };
  }
}

const codeProblems: Partial<Record<KeyFailure, "noSpaceThere" | "wrongCode" | "wrongPassphrase">> = {
  noSpace: "noSpaceThere",
  wrongCode: "wrongCode",
  replaced: "wrongCode",
};
/** Of a passphrase that was taken away meanwhile there is no space either. */
const passphraseProblems: typeof codeProblems = {
  noSpace: "wrongPassphrase",
  wrongPassphrase: "wrongPassphrase",
  replaced: "wrongPassphrase",
};

async function newCode(db: MilepostDb, ports: SpacePorts): Promise<NewCode> {
  return inOwnSpace(db, async (row) => {
    const { store, keys: known } = await reachSpace(row, ports);
    // Where the storage is not reached, or this browser is out, nothing changes.
    const before = await refreshKeys(store, known);
    if (isRemoved(before)) throw new KeyError("removed");
    // From somewhere in the middle on, the code before opens nothing new, and nobody may be left who knows the next one.
    await db.spaces.update(personalSpace, { codeConfirmedAt: null });
    const { keys, code } = await replaceCode(store, before, ports.now());
    await keepKeys(db, keys, { kind: "newCode" });
    return { ok: true, recoveryCode: code };
  });
}

async function keepPassphrase(
  db: MilepostDb,
  ports: SpacePorts,
  kind: Extract<KeyAct["kind"], "passphraseSet" | "passphraseRemoved">,
  change: (store: Store, keys: SpaceKeys) => Promise<SpaceKeys>,
): Promise<PassphraseKept> {
  return inOwnSpace(db, async (row) => {
    const { store, keys } = await reachSpace(row, ports);
    await keepKeys(db, await change(store, keys), { kind });
    return { ok: true };
  });
}

/** What it has sent so far is fetched first, since what comes after is read by nobody. */
async function takeOut(db: MilepostDb, ports: SpacePorts, holder: string): Promise<TakenOut> {
  await runSpace(db, personalSpace, ports, { atOnce: true, evenPaused: true });
  const looked = await db.spaces.get(personalSpace);
  // What was not fetched now is read by nobody.
  if (looked && looked.failures > 0) return { ok: false, problem: looked.status.problem?.kind ?? "failed" };
  await inOwnSpace(db, async (row) => {
    const { store, keys: before } = await reachSpace(row, ports);
    const who = await nameOfBrowser(db, holder);
    const { heads = {} } = (row.state as SpaceState | undefined) ?? {};
    const vouched = await vouchForRooms(store, before, ports.now());
    const keys = await changeKey(store, vouched, { now: ports.now(), remove: [holder], heads });
    await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
      const now = await db.spaces.get(personalSpace);
      if (!now) return;
      const state = now.state as SpaceState | undefined;
      await db.spaces.put({ ...now, keys, ...(state ? { state: { ...state, owesSnapshot: true } } : {}) });
      await addEvents(db, [{ at: db.now(), space: personalSpace, kind: "tookOut", ...who }]);
    });
  });
  // The snapshot that is due now.
  await runSpace(db, personalSpace, ports, { atOnce: true });
  return { ok: true };
}
