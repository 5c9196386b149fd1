import { hashOf, type Link } from "./names.ts";
import { latestStamp, type Op } from "./op.ts";
import type { Missing } from "./replica.ts";
import { Unreadable } from "./sealer.ts";
import { fetchBatch, isGone, type ReadBatch, save, type Session } from "./session.ts";

/** What was read and is to be written in one go. */
interface Harvest {
  batches: ReadBatch[];
  /** Hashes of what is in the rows once it is written. */
  hashes: Set<string>;
  missing: Missing[];
  /** When the newest batch of each writer was made. */
  lastAt: Record<string, number>;
}

/**
 * Reads what the others wrote: from each marker back to something that is here already. A batch that cannot be read is
 * remembered and tried again; those before and after it are read all the same.
 */
export async function pull(session: Session, heads: readonly Link[]): Promise<void> {
  const earlier = session.state.missing.filter((each) => session.gate?.reads(each) !== false);
  let harvest = emptyHarvest();
  for (const link of [...heads, ...earlier]) {
    let next: Link | null = link;
    while (next) {
      next = await step(session, harvest, next);
      if (harvest.batches.length < session.limits.pullBatches) continue;
      // Where the way back goes on is among what is missing, so that it is found again after an end in the middle.
      if (next && !(await isHere(session, next))) harvest.missing.push(later(session, next));
      await write(session, harvest, heads);
      harvest = emptyHarvest();
    }
  }
  await write(session, harvest, heads);
}

const emptyHarvest = (): Harvest => ({ batches: [], hashes: new Set(), missing: [], lastAt: {} });

/** Reads one batch. @returns the one before it, if that is needed and not here */
async function step(session: Session, harvest: Harvest, link: Link): Promise<Link | null> {
  const hash = hashOf(link.ref);
  if (harvest.hashes.has(hash) || harvest.missing.some(({ ref }) => hashOf(ref) === hash)) return null;
  if (await isHere(session, link)) return null;
  const batch = await readable(session, link);
  if (typeof batch === "string") {
    harvest.missing.push({ ...link, since: session.now(), why: batch });
    return null;
  }
  harvest.batches.push(batch);
  harvest.lastAt[link.writer] = Math.max(batch.at, harvest.lastAt[link.writer] ?? 0);
  for (const each of [batch.hash, ...(batch.whole?.covers ?? [])]) harvest.hashes.add(each);
  for (const each of batch.whole?.misses ?? []) {
    if (!(await isHere(session, each))) harvest.missing.push(later(session, each));
  }
  return batch.prev === null ? null : { writer: link.writer, seq: link.seq - 1, ref: batch.prev };
}

/** To be read the next time. */
export function later({ now }: Session, { writer, seq, ref }: Link): Missing {
  return { writer, seq, ref, since: now(), why: "later" };
}

export async function isHere({ replica }: Session, { ref }: Link): Promise<boolean> {
  const hash = hashOf(ref);
  return (await replica.applied([hash])).has(hash);
}

async function readable(session: Session, link: Link): Promise<ReadBatch | Missing["why"]> {
  try {
    return (await fetchBatch(session, link)) ?? "absent";
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.reason === "notOurs") session.report.notOurs += 1;
    return error.reason;
  }
}

/** Rows, log, and what is known to be in them: in one transaction. */
async function write(
  session: Session,
  { batches, hashes, missing, lastAt }: Harvest,
  heads: readonly Link[],
): Promise<void> {
  const { state } = session;
  const ops: Op[] = batches.flatMap((batch) => batch.ops);
  const merged = mergeMissing(state.missing, missing, hashes);
  // Something else that was read may have brought it since.
  const here = await session.replica.applied(merged.map(({ ref }) => hashOf(ref)));
  const stillMissing = merged.filter(({ ref }) => !here.has(hashOf(ref)));
  const newHeads = await headsRead(session, heads, hashes);
  const answers = await asksHeldHere(session, batches);
  const changed =
    batches.length > 0 || newHeads !== undefined || stillMissing.length !== state.missing.length;
  if (!changed && missing.length === 0) return;
  session.report.received += ops.length;
  await save(
    session,
    {
      missing: stillMissing,
      heads: { ...state.heads, ...newHeads },
      lastAt: highest([state.lastAt ?? {}, lastAt]),
      seen: highest([state.seen, ...batches.map(({ seen }) => seen)]),
      ...(answers.length > 0 ? { owesSnapshot: true, answered: [...state.answered, ...answers] } : {}),
    },
    { ops, applied: [...hashes], clock: latestStamp(ops) },
  );
}

/** What is missing from now on: each with the time when it was missed first. */
function mergeMissing(
  before: readonly Missing[],
  found: readonly Missing[],
  read: ReadonlySet<string>,
): readonly Missing[] {
  const all = new Map(before.map((each) => [hashOf(each.ref), each]));
  for (const each of found) {
    const hash = hashOf(each.ref);
    const known = all.get(hash);
    all.set(hash, known ? { ...known, why: each.why } : each);
  }
  for (const hash of read) all.delete(hash);
  return [...all.values()];
}

/** The markers whose batch is here and that are further than what was known of their writer. */
async function headsRead(
  session: Session,
  heads: readonly Link[],
  read: ReadonlySet<string>,
): Promise<Record<string, { seq: number; ref: string }> | undefined> {
  const further = heads.filter(({ writer, seq }) => seq > (session.state.heads[writer]?.seq ?? 0));
  if (further.length === 0) return undefined;
  const applied = await session.replica.applied(further.map(({ ref }) => hashOf(ref)));
  const result: Record<string, { seq: number; ref: string }> = {};
  for (const { writer, seq, ref } of further) {
    const wasRead = read.has(hashOf(ref)) || applied.has(hashOf(ref));
    if (wasRead && seq > (result[writer]?.seq ?? 0)) result[writer] = { seq, ref };
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

/**
 * Batches that are here and that somebody cannot read. They are answered with a snapshot: whoever misses nothing need not
 * read that, as a batch with everything in it would be read by all.
 */
async function asksHeldHere(session: Session, batches: readonly ReadBatch[]): Promise<readonly string[]> {
  const asked = batches.flatMap(({ asks }) => asks).filter((hash) => !session.state.answered.includes(hash));
  if (asked.length === 0) return [];
  return [...(await session.replica.applied(asked)).keys()];
}

function highest(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const each of counts) {
    for (const [writer, seq] of Object.entries(each)) result[writer] = Math.max(seq, result[writer] ?? 0);
  }
  return result;
}

/** As often in a row it must have been gone: a listing may be stale, and a snapshot that holds it may fail to be read. */
const timesGone = 3;

/**
 * Gives up a batch that is gone and in no snapshot: the store was emptied or set back, and whoever has what was in it
 * sends everything again, so it need not be waited for. Where markers still lead to it, its writer may have been set back
 * together with the store; then it is given up when nobody who was asked had it for long.
 */
export async function forgetGone(session: Session, heads: readonly Link[]): Promise<void> {
  const { missing } = session.state;
  const still: Missing[] = [];
  for (const each of missing) {
    const gone = (await isGone(session, each)) ? (each.gone ?? 0) + 1 : 0;
    if (gone < timesGone || !isGivenUp(session, each, heads)) still.push({ ...each, gone });
  }
  if (still.some(({ gone }, index) => gone !== missing[index]?.gone) || still.length !== missing.length)
    await save(session, { missing: still });
}

function isGivenUp(
  { limits, now }: Session,
  { writer, seq, asked, since }: Missing,
  heads: readonly Link[],
): boolean {
  const hasMarker = heads.some((head) => head.writer === writer && head.seq >= seq);
  return !hasMarker || (asked === true && now() - since >= limits.giveUpAfterMs);
}
