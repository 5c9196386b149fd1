import type { Patch, Write } from "@/lib/domain/change.ts";
import type { Deed } from "@/lib/domain/deeds.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { opposite, type RoomInto, type RoomPreview } from "@/lib/domain/room-preview.ts";
import { type Shared, type SharedField, sharedFields } from "@/lib/domain/shared.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { loadIndex, type SearchIndex } from "@/lib/db/load-index.ts";
import { ensureIdentity, mutate } from "@/lib/db/mutate.ts";
import { ownRoomKey } from "@/lib/db/room-keys.ts";
import { roomNames, sharedWithLogs } from "@/lib/db/shared-rows.ts";
import { recount } from "@/lib/db/tally.ts";
import { verifyingKey } from "./identity.ts";
import { keyWords, printRoom, type Room, readRoom } from "./room-file.ts";
import { opsOfRoom } from "./shared-ops.ts";
import type { Op } from "./op.ts";
import { changesOf, memoryOf, planOf, type RoomPlan } from "./shared-plan.ts";

/**
 * The file for the other person: all that the two share, signed. The room gets its name with the first one.
 * @throws UserError `roomLeft` where it can only be read
 */
export async function makeRoomFile(db: MilepostDb, mentorshipId: Id, app: string): Promise<Blob> {
  const key = await ownRoomKey(db);
  const mentorship = await db.mentorships.get(mentorshipId);
  const roomIds = await roomNames(db, mentorship);
  if (!mentorship || roomIds.length === 0) throw new UserError("notFound");
  if (mentorship.roomLeftAt) throw new UserError("roomLeft");
  const { me } = await db.transaction("rw", db.meta, () => ensureIdentity(db));
  const records = await sharedWithLogs(db, mentorshipId);
  const from = { id: me, name: (await db.people.get(me))?.name ?? "", role: mentorship.role };
  const madeAt = db.now();
  const ops = opsOfRoom(records, me);
  const file = await printRoom({ madeAt, roomIds, from, ops }, app, key);
  await db.transaction("rw", db.meta, async () => {
    const known = await db.metaOf("roomFiles");
    await db.meta.put({ key: "roomFiles", madeAt: { ...known?.madeAt, [mentorshipId]: madeAt } });
  });
  return file;
}

/**
 * Reads a file and finds out what it would do.
 * @param into the mentorship that it belongs to, where that was chosen
 * @throws UserError `room…` for what is no such file, or one's own
 */
export async function previewRoom(db: MilepostDb, file: Blob, into?: Id): Promise<RoomPreview> {
  const room = await readRoom(file);
  const own = await db.roomKeys.get("own");
  const { me } = await db.transaction("rw", db.meta, () => ensureIdentity(db));
  const isOwn = own && (await verifyingKey({ signing: own.key })) === room.from.key;
  if (isOwn || room.from.id === me) throw new UserError("roomOwn");
  const mentorships = (await db.mentorships.toArray()).filter((row) => !row.deletedAt);
  const known = mentorships.find((row) => sharesRoom(row, room));
  const candidates = known ? [] : await candidatesFor(db, mentorships, room);
  const chosen = known ?? mentorships.find((row) => row.id === into) ?? null;
  const keys = chosen?.partnerKeys ?? [];
  const { records, unread } = await planFor(db, room, chosen, me);
  return {
    from: room.from,
    madeAt: room.madeAt,
    mentorshipId: chosen?.id ?? null,
    candidates,
    first: keys.length === 0,
    otherKey: keys.length > 0 && !keys.includes(room.from.key),
    words: await keyWords(room.from.key),
    records: records.map(({ id, is, after, edits }) => ({ id, is, after, clashes: clashesIn(edits) })),
    unread: unread.length,
    take: (where, trusted) => openRoomFile(db, room, where, trusted),
  };
}

function clashesIn(edits: RoomPlan["records"][number]["edits"]): SharedField[] {
  return sharedFields.filter((field) => edits.some((edit) => edit.field === field && edit.clash));
}

/** The words of this browser's own key; `null` before it made its first file. */
export async function ownWords(db: MilepostDb): Promise<string | null> {
  const own = await db.roomKeys.get("own");
  return own ? keyWords(await verifyingKey({ signing: own.key })) : null;
}

function sharesRoom({ roomIds }: Pick<Mentorship, "roomIds">, room: Room): boolean {
  return roomIds?.some((id) => room.roomIds.includes(id)) ?? false;
}

/** Whose key or name it is comes first; a mentorship that knows other keys is not offered. */
async function candidatesFor(db: MilepostDb, mentorships: readonly Mentorship[], room: Room): Promise<Id[]> {
  const partners = await db.people.bulkGet(mentorships.map(({ partnerId }) => partnerId));
  const likeness = (row: Mentorship, index: number): number => {
    if (row.partnerKeys?.includes(room.from.key)) return 0;
    const [theirs, name] = [room.from.name, partners[index]?.name ?? ""].map((each) =>
      each.trim().toLocaleLowerCase(),
    );
    if (theirs && name && theirs === name) return 1;
    return row.role === opposite(room.from.role) ? 2 : 3;
  };
  return mentorships
    .map((row, index) => ({ row, rank: likeness(row, index) }))
    .filter(({ row, rank }) => rank === 0 || !row.partnerKeys?.length)
    .toSorted((a, b) => a.rank - b.rank || a.row.createdAt - b.row.createdAt)
    .map(({ row }) => row.id);
}

async function planFor(
  db: MilepostDb,
  room: Room,
  into: Pick<Mentorship, "id" | "roomIds"> | null,
  me: Id,
): Promise<RoomPlan> {
  const records = into ? await sharedWithLogs(db, into.id) : [];
  const mine = new Map(records.map((record) => [record.row.id, record]));
  const names = [...room.roomIds, ...(into?.roomIds ?? [])];
  return planOf(mine, room.ops, { me, mentorshipId: into?.id ?? "new", room: names });
}

/**
 * Takes a file in, as one act: all of it or nothing, and the same file again changes nothing.
 * @param trusted another key than the one known was confirmed by the person
 * @returns the act, for undo, and the mentorship
 * @throws UserError `roomOtherKey` where the file was signed with another key and nobody said that it is theirs, `roomLeft`
 * where the room was left and can only be read
 */
export async function openRoomFile(
  db: MilepostDb,
  room: Room,
  into: RoomInto,
  trusted: boolean,
): Promise<{ act: Id | null; mentorshipId: Id }> {
  const index = await loadIndex();
  const act = db.newId();
  const mentorshipId = "mentorshipId" in into ? into.mentorshipId : db.newId();
  const done = await mutate(db, { did: "openRoomFile", act }, async () => {
    const identity = await ensureIdentity(db);
    const stored = await db.mentorships.get(mentorshipId);
    if ("mentorshipId" in into && (!stored || stored.deletedAt)) throw new UserError("notFound");
    if (stored?.roomLeftAt) throw new UserError("roomLeft");
    const begun = stored ? null : beginning(db, into, identity.me);
    const mentorship = stored ?? { id: mentorshipId, roomIds: null, partnerKeys: null };
    const keys = mentorship.partnerKeys ?? [];
    if (keys.length > 0 && !keys.includes(room.from.key) && !trusted) throw new UserError("roomOtherKey");
    const names = [...new Set([...(mentorship.roomIds ?? []), ...room.roomIds])].toSorted();
    const partnerId = begun?.partnerId ?? stored?.partnerId ?? "";
    const { plan, writes } = await takeIn(db, room.ops, {
      mentorshipId,
      names,
      partnerId,
      act,
      did: "openRoomFile",
      index,
    });
    const last = { madeAt: room.madeAt, openedAt: db.now(), clashes: plan.clashes };
    const about: Patch = {
      roomIds: names,
      partnerKeys: [...new Set([...keys, room.from.key])],
      ...(room.madeAt > (stored?.roomLast?.madeAt ?? 0) ? { roomLast: last } : {}),
    };
    return [
      ...(begun?.writes ?? []),
      { table: "mentorships", id: mentorshipId, patch: { ...begun?.patch, ...about } },
      ...writes,
    ];
  });
  return { act: done, mentorshipId };
}

/**
 * Folds what the other person, or another browser of one's own, did in a room into the rows and their log. Inside a
 * transaction of {@link mutate}.
 * @param how `names`: those of the room; `partnerId`: who did what was not done here
 * @returns what was done, and what is still to be written by this browser itself
 */
export async function takeIn(
  db: MilepostDb,
  ops: readonly Op[],
  how: { mentorshipId: Id; names: readonly Id[]; partnerId: Id; act: Id; did: Deed; index: SearchIndex },
): Promise<{ plan: RoomPlan; writes: Write[] }> {
  const { mentorshipId, names, partnerId, act, did, index } = how;
  const identity = await ensureIdentity(db);
  const records = await sharedWithLogs(db, mentorshipId);
  const before = new Map(records.map((record) => [record.row.id, record]));
  const plan = planOf(before, ops, {
    me: identity.me,
    mentorshipId,
    room: names,
    isFile: did === "openRoomFile",
  });
  const changes = plan.records.flatMap((record) =>
    changesOf(record, {
      act,
      did,
      author: ([, , writer]) => (writer === identity.writer ? identity.me : partnerId),
    }),
  );
  // These fields were edited elsewhere and keep the stamps that they were given there.
  await db.shared.bulkPut(plan.records.map(rowOf));
  await index.keepIndex(
    db,
    plan.records.map(({ after }) => ["shared", after] as const),
  );
  await db.changes.bulkAdd(changes);
  if (changes.length > 0) {
    // Entries came in before the moment of the last copy.
    await db.meta.delete("sealed");
    await recount(db);
  }
  const writes = plan.records.map((record): Write => ({
    table: "shared",
    id: record.id,
    patch: {
      mentorshipId,
      ...memoryOf(record, before.get(record.id)?.row),
      ...(record.is === "back" ? { deletedAt: null } : {}),
    } satisfies Partial<Shared>,
  }));
  return { plan, writes };
}

/** A new record gets its mentorship by an edit of its own, so that the log tells of it. */
function rowOf({ is, after }: RoomPlan["records"][number]): Shared {
  if (is !== "new") return after;
  const { mentorshipId: _mentorshipId, ...row } = after;
  return row as Shared;
}

/** A mentorship with somebody who sent the first file. */
function beginning(
  db: MilepostDb,
  into: RoomInto,
  me: Id,
): { partnerId: Id; writes: Write[]; patch: Partial<Mentorship> } {
  if ("mentorshipId" in into) throw new UserError("notFound");
  const partnerId = db.newId();
  const today = dayOf(db.now(), into.timeZone);
  return {
    partnerId,
    writes: [{ table: "people", id: partnerId, patch: { name: into.name } }],
    patch: {
      role: into.role,
      meId: me,
      partnerId,
      destination: "",
      visits: [{ stage: "prepare", fromOn: today }],
      startsOn: today,
    },
  };
}
