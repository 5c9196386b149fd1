import { type Write, writeOf } from "@/lib/domain/change.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import {
  changedIn,
  copiedTables,
  type CopiedTable,
  type Copy,
  patchOf,
  sayingOf,
  takenInto,
  turned,
} from "@/lib/domain/shared-copy.ts";
import type { PostKind } from "@/lib/domain/shared-kinds.ts";
import { blank, isInRoom, isPost, type Shared, type SharedField } from "@/lib/domain/shared.ts";
import { entryKinds } from "@/lib/domain/vocabulary.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, textFrom } from "./input.ts";
import { topicsOf } from "./topic-rows.ts";
import { newTopic } from "./topics.ts";
import { ensureIdentity, mutate } from "./mutate.ts";
import { roomNames, sharedOf } from "./shared-rows.ts";

/** A private record as it is to stand in the room. */
export interface ToShare {
  table: CopiedTable;
  id: Id;
  copy: Copy;
  /** The private goal that it leads to. */
  goalId?: Id | null;
}

/** The name of the room of a mentorship, and what gives it one where it has none yet. */
async function roomOf(db: MilepostDb, mentorshipId: Id): Promise<{ space: Id; writes: Write[] }> {
  const mentorship = await db.mentorships.get(mentorshipId);
  if (!mentorship || mentorship.deletedAt) throw new UserError("notFound");
  if (mentorship.roomLeftAt) throw new UserError("roomLeft");
  if (mentorship.roomIds?.[0]) return { space: mentorship.roomIds[0], writes: [] };
  const [space = db.newId()] = await roomNames(db, mentorship);
  return { space, writes: [{ table: "mentorships", id: mentorshipId, patch: { roomIds: [space] } }] };
}

/** @throws UserError `roomLeft` where it can only be read */
async function mustBeOpen(db: MilepostDb, row: Shared | undefined): Promise<void> {
  const mentorship = row && (await db.mentorships.get(row.mentorshipId));
  if (mentorship?.roomLeftAt) throw new UserError("roomLeft");
}

/** Whether the room was left and can only be read. What is in it stays either way. */
export function setRoomLeft(db: MilepostDb, mentorshipId: Id, left: boolean): Promise<Id | null> {
  const roomLeftAt = left ? db.now() : null;
  return mutate(db, { did: left ? "leaveRoom" : "reopenRoom" }, () => [
    { table: "mentorships", id: mentorshipId, patch: { roomLeftAt } },
  ]);
}

/**
 * Copies private records into the room, as one act; they stay as they are. What is there already is brought up to date,
 * and what was taken back before is the same record again.
 */
export function shareRecords(
  db: MilepostDb,
  mentorshipId: Id,
  records: readonly ToShare[],
): Promise<Id | null> {
  return mutate(db, { did: "shareRecords" }, async () => {
    if (records.length === 0) return [];
    const { space, writes } = await roomOf(db, mentorshipId);
    const { me } = await ensureIdentity(db);
    const rows = await sharedOf(db, mentorshipId);
    const idOf = new Map<string, Id>();
    const taken = new Set<string>();
    for (const row of rows) {
      if (row.ofId && row.author === me) idOf.set(`${row.ofTable}/${row.ofId}`, row.id);
      else if (row.ofId && isInRoom(row)) taken.add(`${row.ofTable}/${row.ofId}`);
    }
    // What was taken over from the other person is in the room already.
    const news = records.filter(({ table, id }) => !taken.has(`${table}/${id}`));
    for (const { table, id } of news) {
      if (!idOf.has(`${table}/${id}`)) idOf.set(`${table}/${id}`, db.newId());
    }
    for (const { table, id, copy, goalId } of news) {
      const { kind, ...says } = copy;
      const patch: Partial<Shared> = {
        ...(says as Partial<Shared>),
        mentorshipId,
        underId: (goalId && idOf.get(`goals/${goalId}`)) ?? null,
        ofTable: table,
        ofId: id,
        copied: says,
        unsharedAt: null,
        deletedAt: null,
      };
      const sharedId = idOf.get(`${table}/${id}`) ?? "";
      const isNew = !rows.some((row) => row.id === sharedId);
      const birth: Partial<Shared> = { space, visibility: "shared", kind };
      writes.push({ table: "shared", id: sharedId, patch: isNew ? { ...birth, ...patch } : patch });
      if (table === "goals") writes.push(...(await underGoal(db, id, sharedId, idOf, rows)));
    }
    return writes;
  });
}

/** Milestones that were shared before their goal now stand under it. */
async function underGoal(
  db: MilepostDb,
  goalId: Id,
  underId: Id,
  idOf: ReadonlyMap<string, Id>,
  rows: readonly Shared[],
): Promise<Write[]> {
  const ids = await db.milestones.where("goalId").equals(goalId).primaryKeys();
  const shared = new Set(ids.map((id) => idOf.get(`milestones/${id}`)));
  return rows
    .filter((row) => shared.has(row.id) && isInRoom(row))
    .map(({ id }) => ({ table: "shared", id, patch: { underId } }));
}

/** Brings to the room what was changed of private records since: of each only the fields that differ. */
export function shareChanges(
  db: MilepostDb,
  changes: readonly { id: Id; now: Record<SharedField, string | null> }[],
): Promise<Id | null> {
  return mutate(db, { did: "shareChanges" }, async () => {
    const writes: Write[] = [];
    for (const { id, now } of changes) {
      const row = await db.shared.get(id);
      if (!row || !isInRoom(row)) continue;
      await mustBeOpen(db, row);
      const table = copiedTables.find((each) => each === row.ofTable);
      const changed = table ? changedIn(table, now, row.copied ?? {}) : [];
      const patch = Object.fromEntries(changed.map((field) => [field, now[field] ?? null]));
      if (changed.length > 0)
        writes.push({ table: "shared", id, patch: { ...patch, copied: { ...row.copied, ...patch } } });
    }
    return writes;
  });
}

/** Brings to a private record what was changed in the room since the two were the same. */
export function fetchChanges(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "fetchChanges" }, async () => {
    const row = await db.shared.get(id);
    const table = copiedTables.find((each) => each === row?.ofTable);
    if (!row?.ofId || !table) throw new UserError("notFound");
    const { me } = await ensureIdentity(db);
    const says = sayingOf(row);
    const fields = changedIn(table, says, row.copied ?? {});
    const said = Object.fromEntries(fields.map((field) => [field, says[field]]));
    const patch = patchOf(table, turned(said, row.author === me));
    return [
      writeOf(table, row.ofId, { ...patch, ...momentOf(table, patch["status"], db.now()) }),
      { table: "shared", id, patch: { copied: { ...row.copied, ...said } } },
    ];
  });
}

/** When it was done goes with that it was. */
function momentOf(table: CopiedTable, status: unknown, now: Instant): Record<string, Instant | null> {
  if (status === undefined) return {};
  if (table === "commitments") return { doneAt: status === "done" ? now : null };
  return table === "milestones" ? { reachedAt: status === "reached" ? now : null } : {};
}

/** Takes an own record back: what it said is gone from the room, here and with the next file there. */
export function unshare(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "unshare" }, async () => {
    await mustBeOpen(db, await db.shared.get(id));
    const gone = { ...blank, clashes: null, copied: null, unsharedAt: db.now() };
    return [{ table: "shared", id, patch: gone }];
  });
}

/** Puts a record of the other person away here; it stays theirs, and comes back with their next file if asked to. */
export function putAway(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "unshare" }, () => [{ table: "shared", id, patch: { deletedAt: db.now() } }]);
}

/** Says something to the other person, for the next file. @param post `dueOn`: the day of the meeting it is about */
export function postToRoom(
  db: MilepostDb,
  mentorshipId: Id,
  post: { kind: PostKind; text: string; title?: string; dueOn?: Day },
): Promise<Id | null> {
  return mutate(db, { did: "postToRoom" }, async () => {
    const text = textFrom(post.text.trim());
    if (!text) throw new UserError("emptyText");
    const { space, writes } = await roomOf(db, mentorshipId);
    const patch: Partial<Shared> = {
      space,
      visibility: "shared",
      mentorshipId,
      kind: post.kind,
      title: post.title ?? "",
      text,
      ...(post.dueOn === undefined ? {} : { dueOn: post.dueOn }),
    };
    return [...writes, { table: "shared", id: db.newId(), patch }];
  });
}

/** What a form or a menu changes of something in the room. Days are `YYYY-MM-DD`. */
export interface SharedEdit {
  title?: string;
  text?: string;
  dueOn?: string;
  state?: string;
}

/** Changes something in the room itself. What somebody posted is changed by nobody else. */
export function editShared(db: MilepostDb, id: Id, edit: SharedEdit): Promise<Id | null> {
  return mutate(db, { did: "editShared" }, async () => {
    const row = await db.shared.get(id);
    if (!row || !isInRoom(row)) throw new UserError("notFound");
    const { me } = await ensureIdentity(db);
    if (row.author !== me && isPost(row.kind)) throw new UserError("notFound");
    await mustBeOpen(db, row);
    const patch: Partial<Shared> = {
      ...(edit.title === undefined ? {} : { title: lineFrom(edit.title) }),
      ...(edit.text === undefined ? {} : { text: textFrom(edit.text.trim()) || null }),
      ...(edit.dueOn === undefined ? {} : { dueOn: dayFrom(edit.dueOn) }),
      ...(edit.state === undefined ? {} : { state: edit.state }),
    };
    if (isPost(row.kind) && edit.text !== undefined && !patch.text) throw new UserError("emptyText");
    return [{ table: "shared", id, patch }];
  });
}

/** Chooses between two versions of a field: the other one, or the one that stands. */
export function settleClash(db: MilepostDb, id: Id, field: SharedField, other: boolean): Promise<Id | null> {
  return mutate(db, { did: "settleClash" }, async () => {
    const row = await db.shared.get(id);
    const clash = row?.clashes?.[field];
    // Chosen in another window meanwhile.
    if (!row || !clash) return [];
    await mustBeOpen(db, row);
    const { [field]: _settled, ...rest } = row.clashes ?? {};
    const clashes = Object.keys(rest).length > 0 ? rest : null;
    const value = field === "title" ? (clash.value ?? "") : clash.value;
    return [{ table: "shared", id, patch: { clashes, ...(other ? { [field]: value } : {}) } }];
  });
}

/**
 * Makes a private record of something that the other person shared: a topic of the agenda, a promise, a resource, an
 * entry of the journal. The two belong together from then on, and a second time gives none.
 */
export function takeOver(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "takeOver" }, async () => {
    const row = await db.shared.get(id);
    if (!row || !isInRoom(row)) throw new UserError("notFound");
    const taken: { deletedAt?: number | null } | undefined =
      row.ofTable && row.ofId ? await db.table(row.ofTable).get(row.ofId) : undefined;
    if (taken && !taken.deletedAt) return [];
    const write = await privateOf(db, row);
    if (!write) return [];
    const link: Partial<Shared> = { ofTable: write.table, ofId: write.id, copied: sayingOf(row) };
    return [write, { table: "shared", id, patch: link }];
  });
}

async function privateOf(db: MilepostDb, row: Shared): Promise<Write | null> {
  const { mentorshipId, title } = row;
  const table = takenInto(row.kind);
  const from = { table: "shared", id: row.id } as const;
  const said = table ? patchOf(table, turned(sayingOf(row), false)) : {};
  if (table === "topics") {
    const topics = await topicsOf(db, mentorshipId);
    const topic = newTopic(db, topics, { mentorshipId, title, from });
    return topic && writeOf("topics", topic.id, { ...topic.patch, ...said });
  }
  if (table === "commitments") {
    const origin = { fromTable: from.table, fromId: from.id };
    return writeOf("commitments", db.newId(), {
      mentorshipId,
      must: true,
      status: "open",
      ...origin,
      ...said,
    });
  }
  if (table === "resources") {
    return writeOf("resources", db.newId(), { mentorshipId, kind: "other", state: "toDo", ...said });
  }
  if (table !== "entries") return null;
  const kind = entryKinds.find((each) => each === row.kind) ?? "reflection";
  return writeOf("entries", db.newId(), { mentorshipId, kind, ...said });
}
