import {
  batchFolder,
  batchName,
  hashOf,
  parseBatch,
  parseSnapshot,
  partName,
  type Ref,
  snapshotId,
  snapshotName,
  type SnapshotName,
  snapshots as folder,
} from "./names.ts";
import { latestStamp, type Op } from "./op.ts";
import { isHere, later } from "./pull.ts";
import type { Parcel } from "./sealer.ts";
import { Unreadable } from "./sealer.ts";
import { putVerified, save, type Session } from "./session.ts";
import { type Coverage, listBody, partBody, readList, readPart, sizeOf, type SnapshotList } from "./wire.ts";

/** Of a browser's own snapshots the newest, and the one before it for whoever reads that just now. */
const keptSnapshots = 2;

/** Repairs what is missing from snapshots, the newest first, until nothing is. */
export async function repair(session: Session): Promise<void> {
  const { names } = await session.store.list(folder);
  const found = names.map(parseSnapshot).filter((name) => name !== undefined);
  for (const name of found.toSorted((a, b) => (a.id < b.id ? 1 : -1))) {
    if (session.state.tried.includes(name.id) || session.gate?.trusts(name.writer) === false) continue;
    const content = await readSnapshot(session, name);
    if (!content) continue;
    const covered = new Set(content.covers);
    const missing = session.state.missing.filter(({ ref }) => !covered.has(hashOf(ref)));
    for (const hole of content.misses) {
      // Whose it is may be heard of later only.
      if (session.gate?.refuses(hole)) continue;
      const isKnown = missing.some(({ ref }) => hashOf(ref) === hashOf(hole.ref));
      if (!isKnown && !covered.has(hashOf(hole.ref)) && !(await isHere(session, hole)))
        missing.push(later(session, hole));
    }
    await save(
      session,
      { missing, tried: [...session.state.tried, name.id] },
      { ops: content.ops, applied: content.covers, clock: latestStamp(content.ops) },
    );
    session.report.received += content.ops.length;
    if (missing.length === 0) return;
  }
}

/** @returns `null` where it, or a part of it, cannot be read */
async function readSnapshot(
  session: Session,
  { id, writer, ref }: SnapshotName,
): Promise<({ ops: readonly Op[] } & Coverage) | null> {
  try {
    const { parts, ...coverage } = readList(
      await read(session, snapshotName(id), { ref, writer, kind: "list" }),
    );
    const ops: Op[] = [];
    for (const part of parts)
      ops.push(...readPart(await read(session, partName(part), { ref: part, writer, kind: "part" })));
    return { ops: ops.map((op) => ({ ...op, sender: writer })), ...coverage };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

async function read(
  { store, sealer }: Session,
  name: string,
  expected: { ref: Ref; writer: string; kind: Parcel["kind"] },
): Promise<unknown> {
  const bytes = await store.get(name);
  if (!bytes || (await sealer.hash(bytes)) !== hashOf(expected.ref)) throw new Unreadable("damaged");
  const parcel = await sealer.open(bytes, expected.kind);
  if (parcel.writer !== expected.writer) throw new Unreadable("damaged");
  return parcel.body;
}

/** Whether so much was sent since the last snapshot that reading all of it takes long. */
export function isSnapshotDue({ state, limits }: Session): boolean {
  const { batches, bytes } = state.sinceSnapshot;
  return state.owesSnapshot || batches >= limits.snapshotBatches || bytes >= limits.snapshotBytes;
}

/**
 * Writes everything that is here as a snapshot, and removes the own batches that one has covered for long enough.
 *
 * Nothing may be in it that is in no published batch: it would be in some browsers only, those that read the snapshot.
 */
export async function takeSnapshot(session: Session): Promise<void> {
  const { ops, covers, hasUnsent } = await session.replica.everything(session.state.sent);
  if (session.state.pending || hasUnsent) return;
  const parts: Ref[] = [];
  for (const chunk of chunks(ops, session.limits.partBytes)) {
    const sealed = await seal(session, "part", partBody(chunk));
    await putVerified(session, partName(sealed.ref), sealed.bytes);
    parts.push(sealed.ref);
  }
  const list: SnapshotList = { parts, covers, misses: session.state.missing };
  const { bytes, ref } = await seal(session, "list", listBody(list));
  const at = session.now();
  const id = snapshotId(at, session.state.writer, ref);
  await putVerified(session, snapshotName(id), bytes);
  await save(session, {
    snapshots: [...session.state.snapshots, { id, at, seq: session.state.seq }],
    sinceSnapshot: { batches: 0, bytes: 0 },
    owesSnapshot: false,
  });
  await removeCovered(session, new Set(covers), at);
  await removeOlder(session, parts);
}

async function seal(
  { sealer, state, randomHex }: Session,
  kind: Parcel["kind"],
  body: unknown,
): Promise<{ bytes: Uint8Array; ref: Ref }> {
  const bytes = await sealer.seal({ kind, writer: state.writer, seq: 0, prev: null, body }, state.key);
  return { bytes, ref: `${await sealer.hash(bytes)}~${randomHex(8)}` };
}

/** Own batches that are in the snapshot just verified, and were in one long enough ago; never the newest batch. */
async function removeCovered(
  { state, store, limits, replica }: Session,
  covered: ReadonlySet<string>,
  at: number,
): Promise<void> {
  const upTo = Math.max(
    0,
    ...state.snapshots.filter((each) => each.at <= at - limits.keepMs).map(({ seq }) => seq),
  );
  const { names } = await store.list(batchFolder(state.writer));
  const old = names
    .map((name) => parseBatch(state.writer, name))
    .filter((link) => link !== undefined)
    .filter(({ seq, ref }) => seq <= upTo && ref !== state.prev && covered.has(hashOf(ref)));
  // A copy of this profile that is not known to be one yet writes to the same folder.
  const known = await replica.applied(old.map(({ ref }) => hashOf(ref)));
  for (const link of old) if (known.get(hashOf(link.ref)) === "mine") await store.remove(batchName(link));
}

/**
 * Own older snapshots. Those of others are not mine, and mine are not counted among theirs: in a list by time, a browser
 * whose clock is ahead would push out the only snapshot that holds another's batches.
 */
async function removeOlder(session: Session, newest: readonly Ref[]): Promise<void> {
  const { snapshots } = session.state;
  const older = snapshots.slice(0, -keptSnapshots);
  if (older.length === 0) return;
  for (const { id } of older) {
    const name = parseSnapshot(`${id}.m`);
    if (!name) continue;
    const list = await partsOf(session, name);
    // The list first: a snapshot that has one is whole.
    await session.store.remove(snapshotName(id));
    for (const part of list) if (!newest.includes(part)) await session.store.remove(partName(part));
  }
  await save(session, { snapshots: snapshots.slice(-keptSnapshots) });
}

async function partsOf(session: Session, { id, ref, writer }: SnapshotName): Promise<readonly Ref[]> {
  try {
    return readList(await read(session, snapshotName(id), { ref, writer, kind: "list" })).parts;
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

function chunks(ops: readonly Op[], mostBytes: number): Op[][] {
  const all: Op[][] = [];
  let bytes = 0;
  for (const op of ops) {
    const last = all.at(-1);
    const size = sizeOf(op);
    if (last && bytes + size <= mostBytes) {
      last.push(op);
      bytes += size;
    } else {
      all.push([op]);
      bytes = size;
    }
  }
  return all;
}
