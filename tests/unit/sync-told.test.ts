import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { beforeEach, expect, test } from "vitest";
import { addGoal } from "@/lib/db/goals.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { join, shownSpace, syncNow } from "@/lib/spaces/set-up.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { noticeWords, syncView } from "@/lib/state/sync-view.ts";
import { beforeEachWrite } from "@/tests/sync/each-write.ts";
import {
  begun,
  begunByTwo,
  firstProfile,
  mentorshipOf,
  type Profile,
  spaceWorld,
  type SpaceWorld,
  storage,
} from "@/tests/sync/space-world.ts";

/** What goes wrong with a storage, and the very words that a person reads of it. */
let world: SpaceWorld;
let one: Profile;

const messages = await parseMessagesFile("lib/i18n/en.yml");
const hourMs = 3_600_000;

beforeEach(async () => {
  world = spaceWorld();
  one = await firstProfile(world);
});

function english(key: string, count = 0): string {
  const found = messages.find((message) => message.key.join(".") === key);
  if (!found) throw new Error(`There are no words for ${key}.`);
  if (found.type !== "plural") return found.message;
  const form = count === 1 ? found.plurals["1"] : found.plurals["n"];
  return (form ?? "").replace("$1", String(count));
}

/** The first line of the state, and those of the notices. */
async function told({ db }: Profile): Promise<{ state: string; notices: string[] }> {
  const shown = await shownSpace(db);
  if (!shown) throw new Error("Nothing is set up.");
  const { words, count } = syncView(shown);
  return {
    state: english(`sync.state.${words}`, count),
    notices: shown.status.notices.map((notice) =>
      english(`sync.notice.${noticeWords(notice)}`, "count" in notice ? notice.count : 0),
    ),
  };
}

async function wrote(profile: Profile, title: string): Promise<void> {
  await addGoal(profile.db, await mentorshipOf(profile), title);
}

const titles = async ({ db }: Profile) => (await db.goals.toArray()).map(({ title }) => title);

/** The newest batch of another browser, as the server has it. */
function newestBatch(but: ReadonlySet<string> = new Set()): string {
  const name = [...world.server.files.keys()].filter((path) => path.includes("/b/") && !but.has(path)).at(-1);
  if (name === undefined) throw new Error("There is no batch.");
  return name;
}

/** The other browser sends something of which the server then has something else. */
async function sentAndChanged(
  other: Profile,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<() => void> {
  const before = new Set(world.server.files.keys());
  await wrote(other, "Of the other browser");
  await other.run({ atOnce: true });
  const name = newestBatch(before);
  const bytes = world.server.files.get(name) ?? new Uint8Array();
  world.server.files.set(name, change(bytes));
  return () => world.server.files.set(name, bytes);
}

test("another folder than the one that was known takes nothing until the person says so", async () => {
  await begun(one);
  world.server.files.clear();
  await wrote(one, "Not sent anywhere");
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("This storage is empty or new");
  expect([...world.server.files.keys()].filter((path) => path.includes("/b/"))).toEqual([]);
  expect(await titles(one)).toContain("Not sent anywhere");
});

test("what cannot be read is told after a day, keeps nothing else back, and is fetched when it can", async () => {
  const { other } = await begunByTwo(world, one);
  const mend = await sentAndChanged(other, (bytes) =>
    bytes.map((byte, index) => (index === 200 ? byte ^ 1 : byte)),
  );
  await wrote(other, "After it");
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  expect(await titles(one)).toContain("After it");
  expect((await told(one)).state).toBe("Up to date");
  world.clock.now += 25 * hourMs;
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("1 change cannot be read yet");
  mend();
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("Up to date");
  expect(await titles(one)).toContain("Of the other browser");
});

test("a page to log in in the place of a batch is told as what it is", async () => {
  const { other } = await begunByTwo(world, one);
  const mend = await sentAndChanged(other, () =>
    new TextEncoder().encode("<!doctype html><title>Log in</title>"),
  );
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("A login page answered instead of the storage");
  mend();
  await one.run({ atOnce: true });
  expect(await titles(one)).toContain("Of the other browser");
});

test("a newer format waits for the update, and what is written here is sent meanwhile", async () => {
  const { other } = await begunByTwo(world, one);
  const mend = await sentAndChanged(other, (bytes) => bytes.map((byte, index) => (index === 4 ? 9 : byte)));
  await wrote(one, "Of the older browser");
  await one.run({ atOnce: true });
  expect(await told(one)).toMatchObject({ state: "Update this browser" });
  expect((await shownSpace(one.db))?.waiting).toBe(0);
  await other.run({ atOnce: true });
  expect(await titles(other)).toContain("Of the older browser");
  mend();
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("Up to date");
  expect(await titles(one)).toContain("Of the other browser");
});

test("a storage that hides what another browser has seen is told on", async () => {
  const { code, other } = await begunByTwo(world, one);
  await wrote(other, "Hidden");
  await other.run({ atOnce: true });
  // Another one has seen it, and says so with what it writes.
  const witness = world.profile("witness");
  await join(witness.page, { storage, browserName: "Phone" }, code);
  await witness.run({ atOnce: true });
  await wrote(witness, "Seen");
  await witness.run({ atOnce: true });
  const state = (await other.db.spaces.get(personalSpace))?.state as SpaceState | undefined;
  for (const path of world.server.files.keys())
    if (path.includes(`/h/${state?.writer}`)) world.server.files.delete(path);
  await one.run({ atOnce: true });
  expect((await told(one)).notices).toEqual(["Storage withholds 1 change"]);
});

test("a storage that was set back to an earlier day is repaired, and the person is told", async () => {
  await begun(one);
  const earlier = new Map(world.server.files);
  await wrote(one, "Since then");
  await one.run({ atOnce: true });
  world.server.files.clear();
  for (const [path, bytes] of earlier) world.server.files.set(path, bytes);
  await one.run({ atOnce: true });
  const { state, notices } = await told(one);
  expect(notices).toEqual(["Storage lost recent data; repaired from this browser"]);
  expect(state).toBe("Up to date");
});

test("a clock that is off is told, and nothing is refused for it", async () => {
  await begun(one);
  const { fetch } = one.ports;
  one.ports.fetch = async (...how) => {
    const answer = await fetch(...how);
    if (answer.headers.has("date"))
      answer.headers.set("date", new Date(world.clock.now - 3 * hourMs).toUTCString());
    return answer;
  };
  await wrote(one, "By a clock that is fast");
  await one.run({ atOnce: true });
  const { state, notices } = await told(one);
  expect(notices).toEqual([english("sync.notice.clockAhead")]);
  expect(state).toBe("Up to date");
  expect((await shownSpace(one.db))?.waiting).toBe(0);
});

test("a disk that is full is told as such, and what could not be kept is fetched later", async () => {
  const { other } = await begunByTwo(world, one);
  await wrote(other, "Larger than the disk");
  await other.run({ atOnce: true });
  let isFull = true;
  await beforeEachWrite(one.db, (table) => {
    if (isFull && table === "goals") throw new DOMException("full", "QuotaExceededError");
  });
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("Not saved: disk full");
  isFull = false;
  await one.run({ atOnce: true });
  expect((await told(one)).state).toBe("Up to date");
  expect(await titles(one)).toContain("Larger than the disk");
});

test("two contexts that sync at once take turns, and nothing is sent twice", async () => {
  await begun(one);
  await wrote(one, "Once");
  const batches = () => [...world.server.files.keys()].filter((path) => path.includes("/b/")).length;
  const before = batches();
  await Promise.all([one.run({ atOnce: true }), syncNow(one.page), one.run({ atOnce: true })]);
  expect(batches() - before).toBe(1);
  expect((await told(one)).state).toBe("Up to date");
});

test("no tag of a storage is asked for, and none is relied on", async () => {
  const asked: string[] = [];
  const { fetch } = one.ports;
  one.ports.fetch = async (input, init) => {
    asked.push(...new Headers(init?.headers).keys());
    const answer = await fetch(input, init);
    answer.headers.set("etag", `W/"${asked.length}-gzip"`);
    return answer;
  };
  const { other } = await begunByTwo(world, one);
  await wrote(one, "With tags that are never the same");
  await one.run({ atOnce: true });
  await other.run({ atOnce: true });
  expect(await titles(other)).toContain("With tags that are never the same");
  expect(asked.filter((header) => header.startsWith("if-"))).toEqual([]);
});
