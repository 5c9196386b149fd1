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
import { keepSpace } from "./keep-space.ts";
import { openStorage } from "./open-storage.ts";
import { inTurn, mayReach, problemKindOf, type SpacePorts } from "./run.ts";

/* A second browser of one's own without the recovery code: what the background does of it. */

/** A request, with what the browser that made it needs when it is let in. */
interface Waiting extends ShownRequest {
  browser: NewBrowser;
  wait: JoinWait;
}

/** In the new browser: a request, instead of the one before. */
export async function askToBeLetIn(db: MilepostDb, ports: SpacePorts, browser: NewBrowser): Promise<Asked> {
  try {
    if (await db.spaces.get(personalSpace)) return { ok: false, problem: "alreadySetUp" };
    if (!(await mayReach(ports, browser.storage))) return { ok: false, problem: "notAllowed" };
    const found = await foundSpace(openStorage(browser, ports));
    const [first] = found.kind === "spaces" ? found.spaces : [];
    if (!first) return { ok: false, problem: "noSpaceThere" };
    const now = ports.now();
    const { wait, block, words } = await askToJoin(first.space, { name: browser.browserName, now });
    const waiting: Waiting = { browser, wait, block, words, expires: wait.expires };
    await db.spaceTasks.put({ id: waitingId, at: now, waiting });
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: problemKindOf(error) };
  }
}

/** In the new browser, again and again while it waits. */
export async function lookWhetherLetIn(db: MilepostDb, ports: SpacePorts): Promise<LookedIn> {
  try {
    const waiting = (await db.spaceTasks.get(waitingId))?.waiting as Waiting | undefined;
    // Another window was faster, or there is another request now.
    if (!waiting) return { ok: true, isIn: (await db.spaces.get(personalSpace)) !== undefined };
    const { browser, wait } = waiting;
    if (!(await mayReach(ports, browser.storage))) return { ok: false, problem: "notAllowed" };
    const keys = await completeJoin(
      spaceStore(openStorage(browser, ports), wait.space),
      wait,
      ports.now(),
    ).catch(async (error: unknown) => {
      if (error instanceof KeyError) await db.spaceTasks.delete(waitingId);
      throw error;
    });
    // It may have been given up meanwhile.
    if (!keys || !(await db.spaceTasks.get(waitingId))) return { ok: true, isIn: false };
    if (!(await db.spaces.get(personalSpace))) await keepSpace(db, browser, keys, "joined");
    await db.spaceTasks.delete(waitingId);
    return { ok: true, isIn: true };
  } catch (error) {
    if (error instanceof KeyError && (error.failure === "expired" || error.failure === "damaged"))
      return { ok: false, problem: "requestExpired" };
    return { ok: false, problem: problemKindOf(error) };
  }
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
    return await inTurn(db, personalSpace, async (): Promise<LetIn> => {
      const row = await db.spaces.get(personalSpace);
      if (!row) return { ok: false, problem: "failed" };
      const asked = await readRequest(request, ports.now());
      if (!(await mayReach(ports, row.storage))) return { ok: false, problem: "notAllowed" };
      const before = row.keys as SpaceKeys;
      const store = spaceStore(openStorage(row, ports), before.space);
      const keys = await confirmRequest(store, before, asked, { seen: words, now: ports.now() });
      await db.spaces.update(personalSpace, { keys });
      return { ok: true, name: asked.holder.name };
    });
  } catch (error) {
    const mistake =
      error instanceof BlockError
        ? blockMistakes[error.mistake]
        : error instanceof KeyError
          ? mistakes[error.failure]
          : undefined;
    if (mistake) return { ok: false, problem: "request", mistake };
    return { ok: false, problem: problemKindOf(error) };
  }
}
