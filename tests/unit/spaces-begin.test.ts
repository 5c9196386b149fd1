import { beforeEach, describe, expect, test } from "vitest";
import { personalSpace } from "@/lib/domain/space.ts";
import type { Begun } from "@/lib/spaces/answers.ts";
import { openStorage } from "@/lib/spaces/open-storage.ts";
import { begin, join, newCode, shownSpace, testStorage } from "@/lib/spaces/set-up.ts";
import { leftCode } from "@/lib/spaces/left-code.ts";
import { doTasks } from "@/lib/spaces/tasks.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { openWithCode } from "@/lib/sync/open-space.ts";
import { foundSpace } from "@/lib/sync/spaces.ts";
import { beforeEachWrite } from "@/tests/sync/each-write.ts";
import {
  begun,
  firstProfile,
  type Profile,
  spaceWorld,
  type SpaceWorld,
  storage,
} from "@/tests/sync/space-world.ts";

/** A background that ends, or fails, between any two steps of beginning a space. */
let world: SpaceWorld;
let one: Profile;
/** Counts requests and writes; throws where that one fails. */
let step: (kind: "request" | "write") => void;

const browser = { storage, browserName: "Desk" };

beforeEach(async () => {
  await anew();
});

async function anew(): Promise<void> {
  step = () => {};
  world = spaceWorld();
  one = await firstProfile(world);
  const { fetch } = one.ports;
  one.ports.fetch = (...how) => {
    step("request");
    return fetch(...how);
  };
  one.ports.report = () => {};
  await beforeEachWrite(one.db, () => step("write"));
}

let asked = 0;

/** As a page asks, without waiting. @returns where the answer will be */
async function askToBegin(): Promise<string> {
  asked += 1;
  const id = `task-${asked}`;
  await one.db.spaceTasks.put({ id, at: world.clock.now, ask: { kind: "begin", browser } });
  return id;
}

const answerTo = async (id: string) => (await one.db.spaceTasks.get(id))?.answer as Begun | undefined;

/** A background of which the call and all after it do nothing: it has ended there. @returns whether it ended */
async function endsAt(call: number): Promise<boolean> {
  let calls = 0;
  step = () => {
    calls += 1;
    if (calls > call) throw new Error("The background has ended.");
  };
  await doTasks(one.db, one.ports).catch(() => {});
  step = () => {};
  return calls > call;
}

/** There is one space, the code opens it, and this browser is in it. */
async function expectOneSpace(code: string, which: string): Promise<void> {
  const root = openStorage({ storage }, { fetch: world.server.fetch, now: () => world.clock.now });
  const found = await foundSpace(root);
  expect(found.kind === "spaces" ? found.spaces.length : 0, which).toBe(1);
  const row = await one.db.spaces.get(personalSpace);
  const opened = await openWithCode(root, code, { name: "Another", now: world.clock.now });
  expect(opened.space, which).toBe((row?.keys as SpaceKeys | undefined)?.space);
  expect(await one.run({ atOnce: true }), which).toMatchObject({ state: "idle", problem: null });
  expect(await one.db.spaceTasks.get("beginning"), which).toBeUndefined();
}

function codeOf(answer: Begun | undefined, which: string): string {
  if (answer?.ok !== true) throw new Error(`${which}: ${JSON.stringify(answer)}`);
  return answer.recoveryCode;
}

describe("whenever the background ends in the middle,", () => {
  test(
    "the next one, or the next try, ends with one space and a code that opens it",
    { timeout: 60_000 },
    async () => {
      let went = 0;
      for (let call = 0; ; call += 1) {
        await anew();
        const id = await askToBegin();
        const ended = await endsAt(call);
        await doTasks(one.db, one.ports);
        let answer = await answerTo(id);
        if (!answer) {
          // Nothing had been begun, or it was not kept: the page gives up and the person tries again.
          await one.db.spaceTasks.delete(id);
          const again = await askToBegin();
          await doTasks(one.db, one.ports);
          answer = await answerTo(again);
        } else if (ended) went += 1;
        await expectOneSpace(codeOf(answer, `call ${call}`), `call ${call}`);
        if (!ended) break;
      }
      // Several of these ended after the space was kept.
      expect(went).toBeGreaterThan(3);
    },
  );

  test("a later page is told the code where the one that asked is gone", { timeout: 30_000 }, async () => {
    await askToBegin();
    const { server } = world;
    const before = one.ports.fetch;
    // Ends as soon as the notice that makes it a space is there.
    one.ports.fetch = async (...how) => {
      const answer = await before(...how);
      if (how[1]?.method === "PUT" && (how[0] as string).includes(".n~")) step = die;
      return answer;
    };
    const die = (): void => {
      throw new Error("The background has ended.");
    };
    await doTasks(one.db, one.ports).catch(() => {});
    step = () => {};
    one.ports.fetch = before;
    expect(await shownSpace(one.db)).toBeNull();
    expect([...server.files.keys()].some((name) => name.includes(".n~"))).toBe(true);
    await doTasks(one.db, one.ports);
    const code = await leftCode(one.db);
    await expectOneSpace(code ?? "", "a later page");
  });
});

describe("whatever fails,", () => {
  test.each(["once", "from there on"])(
    "%s, the person is told, nothing is left in the way, and the next try succeeds",
    { timeout: 60_000 },
    async (how) => {
      for (let call = 0; ; call += 1) {
        await anew();
        let requests = 0;
        step = (kind) => {
          if (kind !== "request") return;
          requests += 1;
          if (how === "once" ? requests === call + 1 : requests > call) throw new TypeError("fetch failed");
        };
        const id = await askToBegin();
        await doTasks(one.db, one.ports);
        step = () => {};
        let answer = await answerTo(id);
        if (answer && !answer.ok) {
          expect(answer.problem, `request ${call}`).toBe("offline");
          expect(await shownSpace(one.db)).toBeNull();
          // Nothing goes on that the person was told had failed.
          await doTasks(one.db, one.ports);
          expect(await shownSpace(one.db)).toBeNull();
          expect(await testStorage(one.page, storage), `request ${call}`).toMatchObject({ hasSpace: false });
          answer = await begin(one.page, browser);
        }
        await expectOneSpace(codeOf(answer, `request ${call}`), `request ${call}`);
        if (requests <= call) break;
      }
    },
  );

  test("a full disk leaves no space behind, or one with its code", { timeout: 60_000 }, async () => {
    for (let call = 0; ; call += 1) {
      await anew();
      const id = await askToBegin();
      let writes = 0;
      step = (kind) => {
        if (kind === "write") writes += 1;
        if (kind === "write" && writes === call + 1) throw new DOMException("full", "QuotaExceededError");
      };
      await doTasks(one.db, one.ports).catch(() => {});
      step = () => {};
      await doTasks(one.db, one.ports);
      let answer = await answerTo(id);
      if (!answer?.ok) answer = await begin(one.page, browser);
      await expectOneSpace(codeOf(answer, `write ${call}`), `write ${call}`);
      if (writes <= call) break;
    }
  });
});

test("a space that another browser began meanwhile is not stood beside", async () => {
  await askToBegin();
  const other = world.profile("other");
  const before = one.ports.fetch;
  step = (kind) => {
    if (kind === "write" && isDead) throw new Error("The background has ended.");
  };
  let isDead = false;
  one.ports.fetch = (...how) => {
    if (how[1]?.method === "PUT" && (how[0] as string).includes(".n~")) isDead = true;
    if (isDead) throw new TypeError("fetch failed");
    return before(...how);
  };
  await doTasks(one.db, one.ports).catch(() => {});
  [isDead, one.ports.fetch] = [false, before];
  const code = await begun(other);
  await doTasks(one.db, one.ports);
  expect(await shownSpace(one.db)).toBeNull();
  expect(await begin(one.page, browser)).toEqual({ ok: false, problem: "hasSpace" });
  expect(await join(one.page, browser, code)).toEqual({ ok: true });
});

test("what was given up is forgotten once the person has joined another space", async () => {
  let isDead = false;
  const before = one.ports.fetch;
  one.ports.fetch = (...how) => {
    isDead ||= how[1]?.method === "PUT" && (how[0] as string).includes(".n~");
    if (isDead) throw new TypeError("fetch failed");
    return before(...how);
  };
  expect(await begin(one.page, browser)).toEqual({ ok: false, problem: "offline" });
  expect(await one.db.spaceTasks.get("beginning")).toBeDefined();
  one.ports.fetch = before;
  const code = await begun(world.profile("other"));
  expect(await join(one.page, browser, code)).toEqual({ ok: true });
  await doTasks(one.db, one.ports);
  expect(await one.db.spaceTasks.count()).toBe(0);
  await expectOneSpace(code, "the one that was joined");
});

test("a new code that is not told to its end leaves the one before in doubt", async () => {
  await begun(one);
  await one.db.spaces.update(personalSpace, { codeConfirmedAt: world.clock.now });
  const before = one.ports.fetch;
  // Nothing can be written any more, as soon as something is.
  one.ports.fetch = (...how) => {
    if (how[1]?.method === "PUT") world.server.fails = () => new Response(null, { status: 503 });
    return before(...how);
  };
  expect(await newCode(one.page)).toEqual({ ok: false, problem: "busy" });
  expect((await shownSpace(one.db))?.codeConfirmedAt).toBeNull();
});
