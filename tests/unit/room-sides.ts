import { expect } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { replayLog } from "@/lib/db/log.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import { shareRecords, type ToShare } from "@/lib/db/shared.ts";
import { copyOf, type Original } from "@/lib/domain/shared-copy.ts";
import { isInRoom, localFields, type Shared } from "@/lib/domain/shared.ts";
import { makeRoomFile, previewRoom } from "@/lib/sync/exchange.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";

/** No agreement is shared here. */
export const noAgreement = () => ({ title: "Agreement", text: "" });

/** One of the two, in a browser of their own. */
export interface Side {
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

export async function two(): Promise<{ clock: { now: number }; carla: Side; amara: Side }> {
  const clock = { now: Date.parse("2026-11-25T10:00:00Z") };
  const carla = await side("Carla", "Amara", "mentee", clock);
  const amara = await side("Amara", "Carla", "mentor", clock);
  return { clock, carla, amara };
}

export const make = ({ db, mentorshipId }: Side) => makeRoomFile(db, mentorshipId, "test");

/** Takes a file in. @returns what its preview said, and the act */
export async function open({ db, mentorshipId }: Side, file: Blob) {
  const preview = await previewRoom(db, file, mentorshipId);
  const { act } = await preview.take({ mentorshipId }, false);
  return { preview, act };
}

/** What somebody sees in the room. */
export async function seen({ db, mentorshipId }: Side): Promise<Record<string, unknown>> {
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
export async function expectSound({ db }: Side): Promise<void> {
  const told = await replayLog(db);
  for (const row of await db.shared.toArray()) expect(told.get(`shared/${row.id}`)?.row).toEqual(row);
}

export async function shareStep(at: Side, title: string, dueOn = "2026-12-01"): Promise<Shared> {
  const { id } = await addCommitment(at.db, { mentorshipId: at.mentorshipId, title, owner: "me", dueOn });
  return sharePromise(at, id);
}

/** A promise as it goes into the room. */
export async function promiseToShare({ db }: Side, id: string): Promise<ToShare> {
  const original = { table: "commitments", row: await db.commitments.get(id) } as Original;
  return { table: "commitments", id, copy: copyOf(original, noAgreement) };
}

export async function sharePromise(at: Side, id: string): Promise<Shared> {
  await shareRecords(at.db, at.mentorshipId, [await promiseToShare(at, id)]);
  const shared = (await sharedOf(at.db, at.mentorshipId)).find((each) => each.ofId === id);
  if (!shared) throw new Error("not shared");
  return shared;
}
