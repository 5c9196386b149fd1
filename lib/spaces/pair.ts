import type { MilepostDb } from "@/lib/db/database.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { BlockError } from "@/lib/sync/block.ts";
import { KeyError, type KeyFailure } from "@/lib/sync/key-error.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { askToJoin, completeJoin, confirmRequest, type JoinWait, readRequest } from "@/lib/sync/pairing.ts";
import { foundSpace, spaceStore } from "@/lib/sync/spaces.ts";
import {
  type Asked,
  type LetIn,
  type LookedIn,
  type NewBrowser,
  type RequestMistake,
  type ShownRequest,
  waitingId,
} from "./answers.ts";
import { nameOfBrowser } from "./browsers.ts";
import { keepKeys } from "./keep-keys.ts";
import { keepSpace } from "./keep-space.ts";
import { inOwnSpace, reachSpace, reachStorage, type SpacePorts } from "./reach.ts";

/* A second browser of one's own without the recovery code: what the background does of it. */

/** A request, with what the browser that made it needs when it is let in. */
export interface Waiting extends Omit<ShownRequest, "kind"> {
  browser: NewBrowser;
  wait: JoinWait;
}

/** In the new browser: a request, instead of the one before. */
export async function askToBeLetIn(db: MilepostDb, ports: SpacePorts, browser: NewBrowser): Promise<Asked> {
  if (await db.spaces.get(personalSpace)) return { ok: false, problem: "alreadySetUp" };
  const found = await foundSpace(await reachStorage(browser, ports));
  const [first] = found.kind === "spaces" ? found.spaces : [];
  if (!first) return { ok: false, problem: "noSpaceThere" };
  const now = ports.now();
  const { wait, block, words } = await askToJoin(first.space, { name: browser.browserName, now });
  const waiting: Waiting = { browser, wait, block, words, expires: wait.expires };
  await db.spaceTasks.put({ id: waitingId, at: now, waiting });
  return { ok: true };
}

/** In the new browser, again and again while it waits. */
export async function lookWhetherLetIn(db: MilepostDb, ports: SpacePorts): Promise<LookedIn> {
  const waiting = (await db.spaceTasks.get(waitingId))?.waiting as Waiting | undefined;
  // Another window was faster, or there is another request now.
  if (!waiting) return { ok: true, isIn: (await db.spaces.get(personalSpace)) !== undefined };
  const { browser, wait } = waiting;
  const store = spaceStore(await reachStorage(browser, ports), wait.space);
  let keys: SpaceKeys | null;
  try {
    keys = await completeJoin(store, wait, ports.now());
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    await db.spaceTasks.delete(waitingId);
    if (error.failure !== "expired" && error.failure !== "damaged") throw error;
    return { ok: false, problem: "requestExpired" };
  }
  // It may have been given up meanwhile.
  if (!keys || !(await db.spaceTasks.get(waitingId))) return { ok: true, isIn: false };
  if (!(await db.spaces.get(personalSpace)))
    await keepSpace(db, browser, keys, { kind: "joined", hasCode: true });
  await db.spaceTasks.delete(waitingId);
  return { ok: true, isIn: true };
}

const mistakes: Partial<Record<KeyFailure, RequestMistake>> = {
  expired: "requestExpired",
  otherSpace: "requestOtherSpace",
  wrongWords: "wordsNotIt",
  used: "requestUsed",
};
const blockMistakes = {
  notOurs: "requestNotOurs",
  damaged: "requestDamaged",
  newer: "requestNewer",
  otherKind: "requestNotOurs",
} as const;

/** In the old browser. */
export async function letIn(
  db: MilepostDb,
  ports: SpacePorts,
  { request, words }: { request: string; words: string },
): Promise<LetIn> {
  try {
    return await inOwnSpace(db, async (row): Promise<LetIn> => {
      const asked = await readRequest(request, ports.now());
      const { store, keys: before } = await reachSpace(row, ports);
      const keys = await confirmRequest(store, before, asked, { seen: words, now: ports.now() });
      const { id, name } = asked.holder;
      await keepKeys(db, keys, { kind: "letIn", holder: id });
      return { ok: true, name, ...(await nameOfBrowser(db, id)) };
    });
  } catch (error) {
    const mistake = mistakeIn(error);
    if (!mistake) throw error;
    return { ok: false, problem: "request", mistake };
  }
}

function mistakeIn(error: unknown): RequestMistake | undefined {
  if (error instanceof BlockError) return blockMistakes[error.mistake];
  return error instanceof KeyError ? mistakes[error.failure] : undefined;
}
