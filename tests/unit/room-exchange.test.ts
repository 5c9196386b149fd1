import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCommitment, completeCommitment } from "@/lib/db/commitments.ts";
import { addResource } from "@/lib/db/resources.ts";
import { addGoal, addMilestone } from "@/lib/db/goals.ts";
import { restoreValues } from "@/lib/db/history.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { replayLog } from "@/lib/db/log.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import {
  editShared,
  postToRoom,
  putAway,
  settleClash,
  shareChanges,
  shareRecords,
  takeOver,
  unshare,
} from "@/lib/db/shared.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Patch } from "@/lib/domain/change.ts";
import { copyOf, type Original, sayingOf } from "@/lib/domain/shared-copy.ts";
import { isInRoom, localFields, type Shared } from "@/lib/domain/shared.ts";
import { makeRoomFile, previewRoom } from "@/lib/sync/exchange.ts";
import { readRoom } from "@/lib/sync/room-file.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";

const noAgreement = () => ({ title: "Agreement", text: "" });

/** One of the two, in a browser of their own. */
interface Side {
  db: MilepostDb;
  mentorshipId: string;
  me: string;
}

let sides = 0;

async function side(
  name: string,
  partner: string,
  role: "mentee" | "mentor",
  clock: { now: number },
): Promise<Side> {
  sides += 1;
  let ids = 0;
  const prefix = `${name.toLowerCase()}${sides}`;
  const db = memoryDb({
    name: prefix,
    now: () => clock.now,
    newId: () => `${prefix}-${String((ids += 1)).padStart(4, "0")}`,
  });
  const { id } = await startMentorship(db, {
    role,
    myName: name,
    partnerName: partner,
    destination: "",
    goal: "",
    milestone: "",
    milestoneOn: "",
    meetingOn: "",
    meetingTime: "",
    meetingLink: "",
    meetingTitle: "",
    cadence: null,
    timeZone: "UTC",
  });
  const me = (await db.metaOf("identity"))?.me ?? "";
  return { db, mentorshipId: id, me };
}

async function two(): Promise<{ clock: { now: number }; carla: Side; amara: Side }> {
  const clock = { now: Date.parse("2026-11-25T10:00:00Z") };
  const carla = await side("Carla", "Amara", "mentee", clock);
  const amara = await side("Amara", "Carla", "mentor", clock);
  return { clock, carla, amara };
}

const make = ({ db, mentorshipId }: Side) => makeRoomFile(db, mentorshipId, "test");

/** Takes a file in. @returns what its preview said, and the act */
async function open({ db, mentorshipId }: Side, file: Blob) {
  const preview = await previewRoom(db, file, mentorshipId);
  const { act } = await preview.take({ mentorshipId }, false);
  return { preview, act };
}

/** What somebody sees in the room. */
async function seen({ db, mentorshipId }: Side): Promise<Record<string, unknown>> {
  const rows = (await sharedOf(db, mentorshipId)).filter(isInRoom);
  return Object.fromEntries(
    rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) => [
        row.id,
        Object.fromEntries(
          Object.entries(row).filter(
            ([field, value]) => !localFields.has(field) && value !== null && field !== "space",
          ),
        ),
      ]),
  );
}

/** The rows are what the log tells of them, as for every record. */
async function expectSound({ db }: Side): Promise<void> {
  const told = await replayLog(db);
  for (const row of await db.shared.toArray()) expect(told.get(`shared/${row.id}`)?.row).toEqual(row);
}

async function shareStep(at: Side, title: string, dueOn = "2026-12-01"): Promise<Shared> {
  const { id } = await addCommitment(at.db, { mentorshipId: at.mentorshipId, title, owner: "me", dueOn });
  return shareCommitment(at, id);
}

async function shareCommitment(at: Side, id: string): Promise<Shared> {
  const row = await at.db.commitments.get(id);
  const original = { table: "commitments", row } as Original;
  await shareRecords(at.db, at.mentorshipId, [
    { table: "commitments", id, copy: copyOf(original, noAgreement) },
  ]);
  const shared = (await sharedOf(at.db, at.mentorshipId)).find((each) => each.ofId === id);
  if (!shared) throw new Error("not shared");
  return shared;
}

describe("there and back again", () => {
  test("both sides have both sides' things, each under its author's name", async () => {
    const { clock, carla, amara } = await two();
    const step = await shareStep(carla, "Send the slides");
    const first = await open(amara, await make(carla));
    expect(first.preview).toMatchObject({
      first: true,
      otherKey: false,
      from: { name: "Carla", role: "mentee" },
    });
    expect(first.preview.records.map(({ is }) => is)).toEqual(["new"]);
    clock.now += 60_000;
    await postToRoom(amara.db, amara.mentorshipId, { kind: "advice", text: "Rehearse them aloud" });
    await editShared(amara.db, step.id, { dueOn: "2026-12-03" });
    const back = await open(carla, await make(amara));
    expect(back.preview.records.map(({ is }) => is).toSorted()).toEqual(["changed", "new"]);
    expect(await seen(carla)).toEqual(await seen(amara));
    const rows = await sharedOf(carla.db, carla.mentorshipId);
    expect(new Map(rows.map(({ author, dueOn, text }) => [author, dueOn ?? text]))).toEqual(
      new Map([
        [carla.me, "2026-12-03"],
        [amara.me, "Rehearse them aloud"],
      ]),
    );
    // Once more in all directions: nothing new, and nothing twice.
    for (const [from, to] of [
      [carla, amara],
      [amara, carla],
      [carla, amara],
    ] as const) {
      const again = await open(to, await make(from));
      expect(again.preview.records).toEqual([]);
    }
    expect(await seen(carla)).toEqual(await seen(amara));
    await expectSound(carla);
    await expectSound(amara);
  });

  test("the same field changed by both is in conflict on both sides, and one choice settles it for both", async () => {
    const { clock, carla, amara } = await two();
    const step = await shareStep(carla, "Send the slides");
    await open(amara, await make(carla));
    clock.now += 60_000;
    await editShared(carla.db, step.id, { title: "Send the slides to all" });
    clock.now += 60_000;
    await editShared(amara.db, step.id, { title: "Send the slides first" });
    const [fromCarla, fromAmara] = [await make(carla), await make(amara)];
    expect((await open(amara, fromCarla)).preview.records[0]?.clashes).toEqual(["title"]);
    expect((await open(carla, fromAmara)).preview.records[0]?.clashes).toEqual(["title"]);
    const [hers, his] = [await carla.db.shared.get(step.id), await amara.db.shared.get(step.id)];
    expect(hers).toMatchObject({
      title: "Send the slides first",
      clashes: { title: { value: "Send the slides to all", by: "me" } },
    });
    expect(his).toMatchObject({
      title: "Send the slides first",
      clashes: { title: { value: "Send the slides to all", by: "them" } },
    });
    await settleClash(carla.db, step.id, "title", true);
    await open(amara, await make(carla));
    expect(await amara.db.shared.get(step.id)).toMatchObject({
      title: "Send the slides to all",
      clashes: null,
    });
    expect(await seen(carla)).toEqual(await seen(amara));
  });

  test("several edits of one side, whose files come late or in no order, are no conflict", async () => {
    const { clock, carla, amara } = await two();
    const step = await shareStep(carla, "one");
    const files = [await make(carla)];
    for (const title of ["two", "three", "four"]) {
      clock.now += 60_000;
      await editShared(carla.db, step.id, { title });
      files.push(await make(carla));
    }
    for (const place of [2, 0, 3, 1, 0, 2]) {
      const { preview } = await open(amara, files[place] as Blob);
      expect(preview.records.flatMap(({ clashes }) => clashes)).toEqual([]);
    }
    expect(await amara.db.shared.get(step.id)).toMatchObject({ title: "four" });
    clock.now += 60_000;
    await editShared(amara.db, step.id, { title: "five" });
    const { preview } = await open(carla, await make(amara));
    expect(preview.records.flatMap(({ clashes }) => clashes)).toEqual([]);
    expect(await carla.db.shared.get(step.id)).toMatchObject({ title: "five" });
  });

  test("a file that was taken in can be taken back, and taken in again", async () => {
    const { carla, amara } = await two();
    await shareStep(carla, "Send the slides");
    const file = await make(carla);
    const { act } = await open(amara, file);
    await undo(amara.db, act ?? "");
    expect(await seen(amara)).toEqual({});
    expect(await amara.db.mentorships.get(amara.mentorshipId)).toMatchObject({ partnerKeys: null });
    // What she put away is hers to put away: nothing of it reaches Carla.
    const { preview } = await open(amara, file);
    expect(preview.records.map(({ is }) => is)).toEqual(["back"]);
    expect(Object.keys(await seen(amara))).toHaveLength(1);
    await open(carla, await make(amara));
    expect(await seen(carla)).toEqual(await seen(amara));
  });

  test("both made a file first: two names become one room", async () => {
    const { carla, amara } = await two();
    await shareStep(carla, "Send the slides");
    await postToRoom(amara.db, amara.mentorshipId, { kind: "question", text: "What did they say?" });
    const [fromCarla, fromAmara] = [await make(carla), await make(amara)];
    await open(amara, fromCarla);
    await open(carla, fromAmara);
    const [hers, his] = [
      await carla.db.mentorships.get(carla.mentorshipId),
      await amara.db.mentorships.get(amara.mentorshipId),
    ];
    expect(hers?.roomIds).toHaveLength(2);
    expect(hers?.roomIds).toEqual(his?.roomIds);
    expect(await seen(carla)).toEqual(await seen(amara));
    expect((await previewRoom(amara.db, await make(carla))).mentorshipId).toBe(amara.mentorshipId);
  });
});

describe("whose it is", () => {
  test("what its author took back is gone on both sides, words and all", async () => {
    const { carla, amara } = await two();
    const step = await shareStep(carla, "A word too many");
    await open(amara, await make(carla));
    await unshare(carla.db, step.id);
    const file = await make(carla);
    expect(await file.text()).not.toContain("A word too many");
    await open(amara, file);
    expect(await seen(amara)).toEqual({});
    expect(await amara.db.shared.get(step.id)).toMatchObject({ title: "" });
    // Shared again it is the same record.
    await shareCommitment(carla, step.ofId ?? "");
    await open(amara, await make(carla));
    expect(await seen(amara)).toEqual(await seen(carla));
    expect(Object.keys(await seen(amara))).toEqual([step.id]);
  });

  test("an act of sharing that is undone after its file was sent is taken back there too, and can be done again", async () => {
    const { carla, amara } = await two();
    const { id } = await addCommitment(carla.db, {
      mentorshipId: carla.mentorshipId,
      title: "Send the slides",
      owner: "me",
      dueOn: "",
    });
    const original = { table: "commitments", row: await carla.db.commitments.get(id) } as Original;
    const toShare = { table: "commitments", id, copy: copyOf(original, noAgreement) } as const;
    const act = await shareRecords(carla.db, carla.mentorshipId, [toShare]);
    const roomIds = (await carla.db.mentorships.get(carla.mentorshipId))?.roomIds ?? [];
    await open(amara, await make(carla));
    const undone = await undo(carla.db, act ?? "");
    // That act had given the room its name; what is in it keeps the name.
    await shareStep(carla, "Something else");
    const file = await make(carla);
    expect(await file.text()).not.toContain("Send the slides");
    expect((await carla.db.mentorships.get(carla.mentorshipId))?.roomIds).toEqual(roomIds);
    await open(amara, file);
    expect(await seen(amara)).toEqual(await seen(carla));
    await undo(carla.db, undone);
    await open(amara, await make(carla));
    expect(await seen(amara)).toEqual(await seen(carla));
    expect(Object.keys(await seen(amara))).toHaveLength(2);
  });

  test("nobody takes back, renames the author of, or changes the kind of what is somebody else's", async () => {
    const { carla, amara } = await two();
    const step = await shareStep(carla, "Send the slides");
    await open(amara, await make(carla));
    await amara.db.shared.update(step.id, {
      author: amara.me,
      unsharedAt: 5,
      kind: "post",
      _c: {
        ...step._c,
        author: [9e12 / 3, 0, "x"],
        unsharedAt: [9e12 / 3, 0, "x"],
        kind: [9e12 / 3, 0, "x"],
      },
    });
    await open(carla, await make(amara));
    expect(await carla.db.shared.get(step.id)).toMatchObject({ author: carla.me, kind: "commitment" });
    expect((await carla.db.shared.get(step.id))?.unsharedAt ?? null).toBeNull();
  });

  test("nobody puts words into somebody else's mouth", async () => {
    const { clock, carla, amara } = await two();
    await postToRoom(carla.db, carla.mentorshipId, { kind: "reflection", text: "As I said it" });
    await postToRoom(amara.db, amara.mentorshipId, { kind: "question", text: "And then?" });
    await open(amara, await make(carla));
    clock.now += 60_000;
    const post = (await sharedOf(amara.db, amara.mentorshipId)).find(({ author }) => author === carla.me);
    await restoreValues(amara.db, "shared", post?.id ?? "", { text: "As I never said it" });
    await open(carla, await make(amara));
    expect(await carla.db.shared.get(post?.id ?? "")).toMatchObject({ text: "As I said it" });
    expect((await carla.db.shared.get(post?.id ?? ""))?.clashes ?? null).toBeNull();
  });

  test("milestones that were shared before their goal stand under it", async () => {
    const { carla } = await two();
    const { db, mentorshipId } = carla;
    const { id: goalId } = await addGoal(db, mentorshipId, "Speak up");
    await addMilestone(db, goalId, { title: "Chair one review", phase: "practice", dueOn: "" });
    const [goal, milestone] = [await db.goals.get(goalId), (await db.milestones.toArray())[0]];
    for (const original of [
      { table: "milestones", row: milestone },
      { table: "goals", row: goal },
    ] as Original[]) {
      const { table, row } = original;
      await shareRecords(db, mentorshipId, [
        { table, id: row.id, goalId, copy: copyOf(original, noAgreement) },
      ]);
    }
    const rows = await sharedOf(db, mentorshipId);
    const shared = rows.find(({ kind }) => kind === "goal");
    expect(rows.find(({ kind }) => kind === "milestone")).toMatchObject({ underId: shared?.id });
  });

  test("something taken over is there once, and its changes go both ways", async () => {
    const { carla, amara } = await two();
    const step = await shareStep(amara, "Read the draft");
    await open(carla, await make(amara));
    await takeOver(carla.db, step.id);
    expect(await takeOver(carla.db, step.id)).toBeNull();
    const [own] = await carla.db.commitments.toArray();
    expect(await carla.db.commitments.count()).toBe(1);
    expect(own).toMatchObject({
      title: "Read the draft",
      owner: "them",
      fromTable: "shared",
      fromId: step.id,
    });
    await completeCommitment(carla.db, own?.id ?? "");
    await shareChanges(carla.db, [{ id: step.id, now: { ...sayingOf(step), state: "done" } }]);
    await open(amara, await make(carla));
    expect(await amara.db.shared.get(step.id)).toMatchObject({ state: "done", author: amara.me });
  });

  test("fields of a later version are kept and passed on", async () => {
    const { carla, amara } = await two();
    const step = await shareStep(carla, "Send the slides");
    const stamp = step._c?.["title"];
    const later = { mood: { high: [1, 2] } } as Patch;
    await carla.db.shared.update(step.id, { ...later, _c: { ...step._c, mood: stamp } } as never);
    await open(amara, await make(carla));
    expect(await amara.db.shared.get(step.id)).toMatchObject(later);
    const file = await make(amara);
    expect((await readRoom(file)).ops.flatMap(({ patch }) => Object.keys(patch))).toContain("mood");
  });
});

describe("the laws of merging", () => {
  interface Deed {
    at: 0 | 1;
    what: "share" | "post" | "edit" | "unshare" | "away" | "undo" | "make" | "open";
    pick: number;
    clock: number;
  }
  const deed = fc.record<Deed>({
    at: fc.constantFrom(0, 1),
    what: fc.constantFrom("share", "post", "edit", "edit", "unshare", "away", "undo", "make", "open", "open"),
    pick: fc.nat(1_000),
    clock: fc.integer({ min: -90_000, max: 120_000 }),
  });

  test(
    "files in any order, old ones again and with clocks that go wrong: both end alike, and nothing is lost or doubled",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 30 }), async (deeds) => {
          const { clock, carla, amara } = await two();
          const both = [carla, amara] as const;
          await postToRoom(carla.db, carla.mentorshipId, { kind: "reflection", text: "begun" });
          await postToRoom(amara.db, amara.mentorshipId, { kind: "reflection", text: "begun too" });
          const files: [Blob[], Blob[]] = [[], []];
          const acts: [string[], string[]] = [[], []];
          for (const [turn, { at, what, pick, clock: move }] of deeds.entries()) {
            clock.now += move;
            const me = both[at];
            const rows = (await sharedOf(me.db, me.mentorshipId)).filter(isInRoom);
            const row = rows[pick % Math.max(1, rows.length)];
            let act: string | null | undefined;
            if (what === "share") await shareStep(me, `step ${turn}`);
            else if (what === "post")
              act = await postToRoom(me.db, me.mentorshipId, { kind: "result", text: `post ${turn}` });
            else if (what === "edit" && row && row.kind === "commitment")
              act = await editShared(me.db, row.id, { title: `edit ${turn % 3}` });
            else if (what === "unshare" && row?.author === me.me) act = await unshare(me.db, row.id);
            else if (what === "away" && row && row.author !== me.me) act = await putAway(me.db, row.id);
            else if (what === "undo") {
              const last = acts[at].pop();
              if (last) await undo(me.db, last).catch(() => undefined);
            } else if (what === "make") files[at].push(await make(me));
            else if (what === "open") {
              const theirs = files[1 - at];
              const file = theirs?.[pick % Math.max(1, theirs.length)];
              if (file) await open(me, file);
            }
            if (act) acts[at].push(act);
          }
          // The last files, crosswise, until nothing is new; what was put away is shown again by them.
          for (let round = 0; round < 3; round += 1) {
            const [a, b] = [await make(carla), await make(amara)];
            await open(amara, a);
            await open(carla, b);
          }
          expect(await seen(carla)).toEqual(await seen(amara));
          for (const me of both) {
            await expectSound(me);
            const other = me === carla ? amara : carla;
            const preview = await previewRoom(me.db, await make(other));
            expect(preview.records).toEqual([]);
            for (const row of await sharedOf(me.db, me.mentorshipId))
              expect(row.id.startsWith(row.author.split("-")[0] ?? "?")).toBe(true);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});

test(
  "a private word never gets into a file, whatever is shared and taken back",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ share: fc.boolean(), which: fc.nat(11) }), { minLength: 1, maxLength: 25 }),
        async (deeds) => {
          const { carla } = await two();
          const { db, mentorshipId } = carla;
          await postToRoom(db, mentorshipId, { kind: "reflection", text: "hello" });
          const ids: string[] = [];
          for (let number = 0; number < 6; number += 1) {
            const { id } = await addCommitment(db, {
              mentorshipId,
              title: `title-${number}-x`,
              owner: "me",
              dueOn: "",
            });
            await db.commitments.update(id, {
              result: `result-${number}-private`,
              source: `source-${number}-private`,
            });
            ids.push(`commitments/${id}`);
          }
          for (let number = 6; number < 12; number += 1) {
            await addResource(db, mentorshipId, {
              title: `title-${number}-x`,
              kind: "reading",
              url: "",
              goalId: null,
              takeaway: "",
            });
          }
          for (const { id } of await db.resources.toArray()) ids.push(`resources/${id}`);
          const shared = new Set<number>();
          for (const { share, which } of deeds) {
            const [table, id] = (ids[which] ?? "").split("/") as ["commitments" | "resources", string];
            const row = (await db.table(table).get(id)) as never;
            if (share) {
              const copy = copyOf({ table, row }, noAgreement);
              await shareRecords(db, mentorshipId, [{ table, id, copy }]);
              shared.add(Number(/\d+/.exec(copy.title ?? "")?.[0]));
            } else {
              const own = (await sharedOf(db, mentorshipId)).find(
                (each) => each.ofId === id && isInRoom(each),
              );
              if (own) {
                shared.delete(Number(/\d+/.exec(own.title)?.[0]));
                await unshare(db, own.id);
              }
            }
          }
          const text = await (await make(carla)).text();
          expect(text).not.toContain("private");
          expect(text).not.toContain("Amara");
          for (const key of ids) expect(text).not.toContain(key.split("/")[1]);
          expect(text).not.toContain(mentorshipId);
          for (let number = 0; number < 12; number += 1)
            expect(text.includes(`title-${number}-x`)).toBe(shared.has(number));
        },
      ),
      { numRuns: 40 },
    );
  },
);
