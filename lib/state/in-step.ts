import { syncBy } from "@/lib/browser/alarms.ts";
import { mayWrite } from "@/lib/browser/folder.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { mayReach } from "@/lib/browser/site-permission.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { countedFetch } from "@/lib/db/requests.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { isHealthy, whileFewer } from "./health.ts";

/**
 * Does what pages asked for with a storage, and brings this browser in step with it if it is time. Where none is set up
 * nothing is loaded, asked of the network or planned.
 * @returns whether anything came in
 */
export async function keepInStep(db: MilepostDb): Promise<boolean> {
  if (!(await isHealthy())) return false;
  if ((await db.spaces.count()) + (await db.spaceTasks.count()) === 0) {
    await syncBy(null);
    return false;
  }
  const [{ nextLook, runSpace }, { doTasks }, { followOwnRooms }, { problemKindOf }] = await Promise.all([
    import("@/lib/spaces/run.ts"),
    import("@/lib/spaces/tasks.ts"),
    import("@/lib/spaces/own-rooms.ts"),
    import("@/lib/spaces/problem-kind.ts"),
  ]);
  const ports = {
    fetch: countedFetch(db, "sync", (...request) => fetch(...request)),
    fetchForRoom: (mentorshipId: Id) =>
      countedFetch(db, "room", (...request) => fetch(...request), mentorshipId),
    now: () => Date.now(),
    mayReach,
    mayUse: mayWrite,
    whileFewer: (doing: () => Promise<void>) => whileFewer(db, doing),
    report: (error: unknown) => reportError("sync", error),
  };
  // Before anything else: should this end in the middle, it is woken to go on.
  await syncBy(await nextLook(db, Date.now()));
  await doTasks(db, ports);
  let hasReceived = false;
  const rooms = (await db.spaces.toCollection().primaryKeys()).filter((id) => id !== personalSpace);
  let isOwnNew = false;
  for (const id of [personalSpace, ...rooms]) {
    if (!(await runSpace(db, id, ports)).hasReceived) continue;
    hasReceived = true;
    isOwnNew ||= id === personalSpace;
  }
  await followOwnRooms(db, ports, isOwnNew).catch((error: unknown) => {
    // Tried again at the next look. How it stands with the storage is told of the space itself.
    if (problemKindOf(error) === "failed") ports.report(error);
  });
  await syncBy(await nextLook(db, Date.now()));
  return hasReceived;
}
