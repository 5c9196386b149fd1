import { describe, expect, test } from "vitest";
import { addCommitment, completeCommitment } from "@/lib/db/commitments.ts";
import { addGoal, addMilestone } from "@/lib/db/goals.ts";
import { restoreValues } from "@/lib/db/history.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import {
  editShared,
  postToRoom,
  setRoomLeft,
  settleClash,
  shareChanges,
  shareRecords,
  takeOver,
  unshare,
} from "@/lib/db/shared.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Patch } from "@/lib/domain/change.ts";
import { copyOf, type Original, sayingOf } from "@/lib/domain/shared-copy.ts";
import { previewRoom } from "@/lib/sync/exchange.ts";
import { readRoom } from "@/lib/sync/room-file.ts";
import {
  expectSound,
  make,
  noAgreement,
  open,
  promiseToShare,
  seen,
  sharePromise,
  shareStep,
  two,
} from "./room-sides.ts";

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

  test("a room that was left gives out no file and takes none in, until it is opened again", async () => {
    const { carla, amara } = await two();
    await shareStep(carla, "Send the slides");
    await open(amara, await make(carla));
    const late = await make(carla);
    const before = await seen(amara);
    await setRoomLeft(amara.db, amara.mentorshipId, true);
    await expect(make(amara)).rejects.toThrow("roomLeft");
    await expect(open(amara, late)).rejects.toThrow("roomLeft");
    expect(await seen(amara)).toEqual(before);
    await setRoomLeft(amara.db, amara.mentorshipId, false);
    await open(carla, await make(amara));
    expect(await seen(carla)).toEqual(await seen(amara));
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
    await sharePromise(carla, step.ofId ?? "");
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
    const act = await shareRecords(carla.db, carla.mentorshipId, [await promiseToShare(carla, id)]);
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
