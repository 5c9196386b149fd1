import { IDBFactory } from "fake-indexeddb";
import type { MilepostDb } from "@/lib/db/database.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { personalSpace, type SpaceBrowser, type SyncStatus } from "@/lib/domain/space.ts";
import type { SpacePorts } from "@/lib/spaces/reach.ts";
import { type RunOptions, runSpace } from "@/lib/spaces/run.ts";
import { begin, browsersOf, join, type SpacePage } from "@/lib/spaces/set-up.ts";
import { doTasks } from "@/lib/spaces/tasks.ts";
import { firstRun, testNow } from "../component/fresh-db.ts";
import { memoryDb } from "../harness/memory-db.ts";
import { memoryWebdav, type MemoryWebdav, webdavUrl } from "./memory-webdav.ts";

/** A browser with the real database and real keys; its background does at once what its page asks for. */
export interface Profile {
  page: SpacePage;
  db: MilepostDb;
  ports: SpacePorts;
  /** Looks at the storage as the background does. @returns what is known of it afterwards */
  run: (options?: RunOptions) => Promise<SyncStatus>;
}

/** Browsers of one person on a WebDAV server in memory. */
export interface SpaceWorld {
  server: MemoryWebdav;
  clock: { now: number };
  /** Whether the browsers let themselves reach the server. */
  mayReach: boolean;
  profile: (name: string) => Profile;
}

export const storage = { kind: "webdav", url: webdavUrl, user: "me", password: "secret" } as const;

export function spaceWorld(): SpaceWorld {
  const clock = { now: testNow };
  const world: SpaceWorld = {
    server: memoryWebdav(() => clock.now),
    clock,
    mayReach: true,
    profile: (name) => profile(world, name),
  };
  return world;
}

function profile(world: SpaceWorld, name: string): Profile {
  const { clock, server } = world;
  const db = memoryDb({ name, now: () => (clock.now += 1) }, new IDBFactory());
  const ports: SpacePorts = {
    fetch: server.fetch,
    now: () => clock.now,
    mayReach: () => Promise.resolve(world.mayReach),
    mayUse: () => Promise.resolve(world.mayReach),
    whileFewer: (doing) => doing(),
    report: (error) => {
      throw error;
    },
  };
  const run = async (options?: RunOptions) => {
    await runSpace(db, personalSpace, ports, options);
    const row = await db.spaces.get(personalSpace);
    if (!row) throw new Error("Nothing is set up.");
    return row.status;
  };
  return { page: { db, wake: () => doTasks(db, ports) }, db, ports, run };
}

/** A browser with a mentorship and nothing set up. */
export async function firstProfile(world: SpaceWorld): Promise<Profile> {
  const one = world.profile("one");
  await startMentorship(one.db, firstRun);
  return one;
}

/** Begins a space there and sends everything. @returns the recovery code */
export async function begun(one: Profile): Promise<string> {
  const answer = await begin(one.page, { storage, browserName: "Desk" });
  if (!answer.ok) throw new Error(answer.problem);
  await one.run({ atOnce: true });
  return answer.recoveryCode;
}

/** Begins a space there, which another browser joins; both are in step, and each knows of the other. */
export async function begunByTwo(
  world: SpaceWorld,
  one: Profile,
): Promise<{ code: string; other: Profile; laptop: SpaceBrowser }> {
  const code = await begun(one);
  const other = world.profile("other");
  await join(other.page, { storage, browserName: "Laptop" }, code);
  for (const each of [other, one]) await each.run({ atOnce: true });
  const laptop = (await browsersOf(one.db)).find(({ isThis }) => !isThis);
  if (!laptop) throw new Error("The other browser is not listed.");
  return { code, other, laptop };
}

/** The mentorship there, to add goals to. */
export async function mentorshipOf({ db }: Profile): Promise<string> {
  const [mentorship] = await db.mentorships.toArray();
  return mentorship?.id ?? "";
}
