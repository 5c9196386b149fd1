import type { MilepostDb } from "@/lib/db/database.ts";
import type { RoomAt, SpaceRow } from "@/lib/db/space-tables.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import type { Store } from "@/lib/sync/store.ts";
import { type Network, openStorage } from "./open-storage.ts";
import { originOf } from "./origin.ts";
import { NotAllowed } from "./problem-kind.ts";
import { spaceOf } from "./replica.ts";

/** What keeping in step needs of a browser. */
export interface SpacePorts extends Network {
  /** The network as `fetch`, for what is asked for a room: the person is shown that apart. */
  fetchForRoom?: (mentorshipId: Id) => Network["fetch"];
  /** May we fetch from the site? A match pattern. */
  mayReach: (origin: string) => Promise<boolean>;
  /** May we read and write in the folder? */
  mayUse: (folder: FileSystemDirectoryHandle) => Promise<boolean>;
  /** Around what takes rows away on purpose, or it would be taken for damage. */
  whileFewer: (doing: () => Promise<void>) => Promise<void>;
  /** Errors that nobody expects. Without texts. */
  report: (error: unknown) => void;
}

/**
 * The storage that a person brought.
 * @param access `room`: whose requests they are, where it is for one
 * @throws NotAllowed where the browser does not let us reach it
 */
export async function reachStorage(
  access: Pick<SpaceRow, "storage" | "handle"> & { room?: Pick<RoomAt, "mentorshipId"> },
  ports: SpacePorts,
): Promise<Store> {
  const origin = originOf(access.storage);
  if (origin !== null && !(await ports.mayReach(origin))) throw new NotAllowed();
  if (access.handle && !(await ports.mayUse(access.handle))) throw new NotAllowed();
  const fetch = access.room && ports.fetchForRoom?.(access.room.mentorshipId);
  return openStorage(access, fetch ? { ...ports, fetch } : ports);
}

/** The part of the storage that is a space's own, and the keys to it. @throws NotAllowed */
export async function reachSpace(
  row: SpaceRow,
  ports: SpacePorts,
): Promise<{ store: Store; keys: SpaceKeys }> {
  const keys = row.keys as SpaceKeys;
  return { store: spaceStore(await reachStorage(row, ports), keys.space), keys };
}

/** Whoever has to do with the storage of a space waits until it is alone with it, in all contexts of the browser. */
export function inTurn<T>(db: MilepostDb, id: string, doing: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`${db.name}-space-${id}`, doing);
}

/** The same, of the person's own space. @throws SpaceStopped where none is set up */
export function inOwnSpace<T>(db: MilepostDb, doing: (row: SpaceRow) => Promise<T>): Promise<T> {
  return inTurn(db, personalSpace, async () => doing(await spaceOf(db, personalSpace)));
}
