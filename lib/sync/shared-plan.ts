import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import type { Change, Patch } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import { type Clash, fixedFields, isPost, Shared, sharedFields } from "@/lib/domain/shared.ts";
import { type Logged, newestFirst, stampKey, type Told, toldIn, toldOf } from "./shared-ops.ts";
import type { Op } from "./op.ts";

/** What one field of a file would do here. */
interface Edit {
  field: string;
  told: Told;
  /** It takes the place of what is here; else it is only noted in the log. */
  wins: boolean;
  /** What was said at the same time and lost. */
  clash: Clash | null;
}

/** What a file would do to one record. */
export interface RecordPlan {
  id: Id;
  /** `back`: it is here, and was put away. */
  is: "new" | "changed" | "back";
  edits: readonly Edit[];
  /** The record as it would be, without its local fields where it is new. */
  after: Shared;
}

export interface RoomPlan {
  records: readonly RecordPlan[];
  /** Fields in which both said something without knowing of each other. */
  clashes: number;
  /** Records that this version cannot read, from a later one perhaps: left where they are. */
  unread: readonly Id[];
}

/**
 * What the state of a room from a file would change here. In whatever order files come, however often and however old,
 * both sides end alike; what an edit had seen decides whether it is newer, and only between edits that knew nothing of
 * each other the later one wins and the other is kept.
 * @param about `isFile`: the person asked for it, and nobody but its maker can have written in it. Otherwise who sent what
 *   was looked at before
 * @param mine the shared records of this mentorship that are here, those in the trash too
 * @param room the names of the room
 */
export function planOf(
  mine: ReadonlyMap<Id, Logged>,
  ops: readonly Op[],
  about: { me: Id; mentorshipId: Id; room: readonly Id[]; isFile?: boolean },
): RoomPlan {
  const records: RecordPlan[] = [];
  let clashes = 0;
  const unread: Id[] = [];
  const toldRecords = toldIn(ops);
  const theirs = writersBut(about.me, mine, toldRecords);
  for (const [id, told] of toldRecords) {
    const known = mine.get(id);
    // Nobody begins a record in my name.
    if (!known && (about.isFile ?? true) && told.get("author")?.value === about.me) continue;
    const plan = known
      ? changeOf(known, told, about.me, theirs, about.isFile ?? true)
      : birthOf(id, told, about);
    if (plan === "unread" || (plan?.is === "new" && !about.room.includes(plan.after.space))) unread.push(id);
    else if (plan) {
      records.push(plan);
      clashes += plan.edits.filter(({ clash }) => clash).length;
    }
  }
  return { records, clashes, unread };
}

/** Who writes for somebody else: by what they made themselves. */
function writersBut(
  me: Id,
  mine: ReadonlyMap<Id, Logged>,
  told: ReadonlyMap<Id, ReadonlyMap<string, Told>>,
): ReadonlySet<string> {
  const known = [...mine.values()].map(({ row }) => ({ author: row.author, stamp: row._c?.["createdAt"] }));
  const news = [...told.values()].map((record) => ({
    author: record.get("author")?.value,
    stamp: record.get("createdAt")?.stamp,
  }));
  return new Set(
    [...known, ...news].flatMap(({ author, stamp }) => (stamp && author !== me ? [stamp[2]] : [])),
  );
}

function birthOf(
  id: Id,
  told: ReadonlyMap<string, Told>,
  { mentorshipId }: { mentorshipId: Id },
): RecordPlan | "unread" {
  const edits = [...told].map(([field, each]): Edit => ({ field, told: each, wins: true, clash: null }));
  const after = rowAfter({ id, mentorshipId } as Shared, edits);
  return isSound(after) ? { id, is: "new", edits, after } : "unread";
}

function changeOf(
  known: Logged,
  told: ReadonlyMap<string, Told>,
  me: Id,
  theirs: ReadonlySet<string>,
  isFile: boolean,
): RecordPlan | "unread" | null {
  const { row, log } = known;
  const here = toldOf(known, me);
  const own = row.author === me;
  const logged = new Set(
    log.flatMap(({ stamp, patch }) => Object.keys(patch).map((field) => `${field} ${stampKey(stamp)}`)),
  );
  const edits: Edit[] = [];
  for (const [field, each] of told) {
    // Who wrote it and what it is stays; and nobody else takes back what is mine.
    if (fixedFields.has(field) || (own && field === "unsharedAt")) continue;
    // Nor does anybody put words into my mouth: what I posted, and what we agreed on, comes back as it was.
    if (own && isWordFor(row.kind) && (isFile || theirs.has(each.stamp[2]))) continue;
    const present = here.get(field);
    if (!present) {
      edits.push({ field, told: each, wins: true, clash: null });
      continue;
    }
    const key = stampKey(each.stamp);
    const isKnown =
      key === stampKey(present.stamp) ||
      present.after.has(key) ||
      logged.has(`${field} ${key}`) ||
      row.dealt?.[field]?.includes(key);
    if (isKnown) continue;
    const hadSeen = each.after.has(stampKey(present.stamp));
    const wins = overtakes(each.stamp, each.value, present.stamp, present.value);
    const same = canonicalJson(each.value) === canonicalJson(present.value);
    const mayClash = sharedFields.some((name) => name === field) && (own || !isPost(row.kind));
    const clash: Clash | null =
      hadSeen || same || !mayClash
        ? null
        : { value: words(wins ? present.value : each.value), by: wins ? "me" : "them" };
    edits.push({ field, told: each, wins, clash });
  }
  // It was put away here, and comes back with the file.
  const isBack = isFile && !own && typeof row.deletedAt === "number" && !row.unsharedAt;
  if (edits.length === 0 && !isBack) return null;
  const after = rowAfter(row, edits);
  if (!isSound(after)) return "unread";
  return { id: row.id, is: isBack ? "back" : "changed", edits, after };
}

/** What its author alone says: a post, or the agreement. */
export function isWordFor(kind: string): boolean {
  return isPost(kind) || kind === "agreement";
}

function rowAfter(row: Shared, edits: readonly Edit[]): Shared {
  const after: Patch & { _c: Record<string, Stamp> } = { ...row, _c: { ...row._c } };
  for (const { field, told, wins } of edits) {
    if (!wins) continue;
    after[field] = told.value;
    after._c[field] = told.stamp;
  }
  return after as unknown as Shared;
}

function isSound(row: Shared): boolean {
  return row.visibility === "shared" && Shared.safeParse(row).success;
}

/** What a field says, as a clash keeps it. */
function words(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** So many stamps of one field are remembered; older ones show up in files that nobody has any more. */
const remembered = 300;

/**
 * What has to be remembered here of a plan beside the log: what the values came after, what else was dealt with, and
 * what is to be chosen between.
 */
export function memoryOf(
  { edits }: RecordPlan,
  before: Shared | undefined,
): Pick<Shared, "seen" | "dealt" | "clashes"> {
  const seen = { ...before?.seen };
  const dealt = { ...before?.dealt };
  const clashes = { ...before?.clashes };
  for (const { field, told, wins, clash } of edits) {
    const all = new Set([...(dealt[field] ?? []), ...(seen[field] ?? []), ...told.after]);
    if (wins && told.after.size > 0) seen[field] = newest([...told.after]);
    else if (wins) delete seen[field];
    if (all.size > 0) dealt[field] = newest([...all]);
    if (clash) clashes[field] = clash;
    else if (wins) delete clashes[field];
  }
  return { seen: orNull(seen), dealt: orNull(dealt), clashes: orNull(clashes) };
}

function newest(keys: readonly string[]): string[] {
  if (keys.length <= remembered) return [...keys];
  return newestFirst(keys).slice(0, remembered).map(stampKey);
}

function orNull<T extends object>(map: T): T | null {
  return Object.keys(map).length > 0 ? map : null;
}

/** Entries of the log for what a plan does, under one act. */
export function changesOf(
  { id, edits, after }: RecordPlan,
  about: { act: Id; did: string; author: (stamp: Stamp) => Id },
): Change[] {
  const byStamp = new Map<string, Change>();
  for (const { field, told } of edits) {
    const key = stampKey(told.stamp);
    const change = byStamp.get(key) ?? {
      table: "shared",
      id,
      space: after.space,
      patch: {},
      stamp: told.stamp,
      base: {},
      act: about.act,
      did: about.did,
      author: about.author(told.stamp),
      at: told.stamp[0],
    };
    byStamp.set(key, change);
    change.patch[field] = told.value;
  }
  return [...byStamp.values()];
}
