import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { addResource } from "@/lib/db/resources.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import { editShared, postToRoom, putAway, shareRecords, unshare } from "@/lib/db/shared.ts";
import { undo } from "@/lib/db/undo.ts";
import { copyOf } from "@/lib/domain/shared-copy.ts";
import { isInRoom } from "@/lib/domain/shared.ts";
import { previewRoom } from "@/lib/sync/exchange.ts";
import { expectSound, make, noAgreement, open, seen, shareStep, two } from "./room-sides.ts";

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
