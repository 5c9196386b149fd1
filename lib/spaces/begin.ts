import type { MilepostDb } from "@/lib/db/database.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { abandonSpace, beginSpace, finishSpace } from "@/lib/sync/open-space.ts";
import { spacesIn } from "@/lib/sync/spaces.ts";
import { type Store, StoreError } from "@/lib/sync/store.ts";
import { beginningId, type Begun, type NewBrowser } from "./answers.ts";
import { keepSpace } from "./keep-space.ts";
import { NotAllowed } from "./problem-kind.ts";
import { inTurn, reachStorage, type SpacePorts } from "./reach.ts";

/*
 * A space is begun on the storage and here, and the background may end between any two steps. So its keys and its code are
 * written down here before the step that makes it one there, and are gone with the answer that tells the code. Otherwise
 * there could be a space that nobody has the code of.
 */

interface Beginning {
  browser: NewBrowser;
  keys: SpaceKeys;
  code: string;
  /** Who is told. */
  task: Id;
  /** The person was told that it failed, and it could not be taken back: only the person goes on with it. */
  isGivenUp?: boolean;
}

/** Begins a space on a storage in which there is none, or ends what was begun there before. @param task that is answered */
export async function begin(
  db: MilepostDb,
  ports: SpacePorts,
  browser: NewBrowser,
  task: Id,
): Promise<Begun> {
  return inTurn(db, personalSpace, async () => {
    if (await db.spaces.get(personalSpace)) return { ok: false, problem: "alreadySetUp" };
    const root = await reachStorage(browser, ports);
    try {
      const before = await beginningOn(db, root);
      if (before) return await end(db, ports, { ...before, browser, task });
      await takeBackElsewhere(db, ports);
      const words = { name: browser.browserName, now: ports.now() };
      const { keys, code } = await beginSpace(root, words, (made) =>
        keep(db, ports, { ...made, browser, task }),
      );
      return await tell(db, ports, { browser, keys, code, task });
    } catch (error) {
      await takeBack(db, root);
      if (!(error instanceof KeyError) || error.failure !== "spaceThere") throw error;
      return { ok: false, problem: "hasSpace" };
    }
  });
}

/** Ends what a background began that ended in the middle; where the storage is not reached, the next time. */
export async function endBegun(db: MilepostDb, ports: SpacePorts): Promise<void> {
  if (!(await beginningOf(db))) return;
  await inTurn(db, personalSpace, async () => {
    const beginning = await beginningOf(db);
    if (!beginning) return;
    if (await isInAnother(db, beginning)) {
      await takeBackElsewhere(db, ports);
      await db.spaceTasks.delete(beginningId);
    } else if (!beginning.isGivenUp) await goOn(db, ports, beginning);
  });
}

async function goOn(db: MilepostDb, ports: SpacePorts, beginning: Beginning): Promise<void> {
  try {
    await end(db, ports, beginning);
  } catch (error) {
    if (error instanceof KeyError) {
      // Another browser began one there meanwhile.
      await takeBackElsewhere(db, ports);
      const answer: Begun = { ok: false, problem: "hasSpace" };
      await db.spaceTasks.where("id").equals(beginning.task).modify({ answer });
    } else if (!(error instanceof StoreError) && !(error instanceof NotAllowed)) ports.report(error);
  }
}

/** The space that was begun here and is not known to be whole: no stranger's, though a storage shows it. */
export async function spaceBegun(db: MilepostDb): Promise<string | undefined> {
  return (await beginningOf(db))?.keys.space;
}

async function beginningOf(db: MilepostDb): Promise<Beginning | undefined> {
  return (await db.spaceTasks.get(beginningId))?.beginning as Beginning | undefined;
}

/** The person has joined another space since. */
async function isInAnother(db: MilepostDb, { keys }: Beginning): Promise<boolean> {
  const row = await db.spaces.get(personalSpace);
  return row !== undefined && (row.keys as SpaceKeys).space !== keys.space;
}

/** What was begun on this storage, whatever its address was then. */
async function beginningOn(db: MilepostDb, root: Store): Promise<Beginning | undefined> {
  const beginning = await beginningOf(db);
  return beginning && (await spacesIn(root)).includes(beginning.keys.space) ? beginning : undefined;
}

async function keep(db: MilepostDb, ports: SpacePorts, beginning: Beginning): Promise<void> {
  await db.spaceTasks.put({ id: beginningId, at: ports.now(), beginning });
}

/** Makes it whole there and here. */
async function end(db: MilepostDb, ports: SpacePorts, beginning: Beginning): Promise<Begun> {
  if (await db.spaces.get(personalSpace)) return tell(db, ports, beginning);
  const root = await reachStorage(beginning.browser, ports);
  return tell(db, ports, { ...beginning, keys: await finishSpace(root, beginning.keys) });
}

/** Makes it whole here and tells the code: to a later page, where the one that asked is gone. */
async function tell(
  db: MilepostDb,
  ports: SpacePorts,
  { browser, keys, code, task }: Beginning,
): Promise<Begun> {
  if (!(await db.spaces.get(personalSpace)))
    await keepSpace(db, browser, keys, { kind: "began", hasCode: false });
  const answer: Begun = { ok: true, recoveryCode: code };
  await db.transaction("rw", db.spaceTasks, async () => {
    await db.spaceTasks.put({ id: task, at: ports.now(), answer });
    await db.spaceTasks.delete(beginningId);
  });
  return answer;
}

/** It failed, and that is what the person is told: then there must be no space of it. */
async function takeBack(db: MilepostDb, root: Store): Promise<void> {
  const beginning = await beginningOf(db);
  if (!beginning) return;
  // Once it is whole here too, it is no failure any more, and only the code is still to be told.
  if ((await db.spaces.get(personalSpace)) && !(await isInAnother(db, beginning))) return;
  try {
    await abandonSpace(root, beginning.keys);
    await db.spaceTasks.delete(beginningId);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await db.spaceTasks.update(beginningId, { beginning: { ...beginning, isGivenUp: true } });
  }
}

/** What was begun on another storage, if that can still be reached. */
async function takeBackElsewhere(db: MilepostDb, ports: SpacePorts): Promise<void> {
  const beginning = await beginningOf(db);
  if (!beginning) return;
  try {
    await takeBack(db, await reachStorage(beginning.browser, ports));
  } catch (error) {
    if (!(error instanceof StoreError) && !(error instanceof NotAllowed)) throw error;
  }
}
