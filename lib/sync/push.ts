import { batchName, hashOf, type Link, markerName, type Ref } from "./names.ts";
import { oneByte, putVerified, sameBytes, save, type Session } from "./session.ts";
import type { Pending, SpaceState } from "./replica.ts";
import type { Op } from "./op.ts";
import { StoreError } from "./store.ts";
import { batchBody, type Coverage } from "./wire.ts";

/**
 * Sends what was written here, batch by batch. Each is kept as it is until it is in the store, so that whatever ends
 * this in the middle, the next time goes on with the same bytes.
 * @param heads as the store lists them
 * @returns own markers, the newest last
 */
export async function push(session: Session, heads: readonly Link[]): Promise<readonly Link[]> {
  const listed = heads.filter(({ writer }) => writer === session.state.writer);
  // Of a copy of this profile that I have read I know the batch as well, but the marker is not mine to remove.
  const known = await session.replica.applied(listed.map(({ ref }) => hashOf(ref)));
  let own = listed.filter(({ ref }) => known.get(hashOf(ref)) === "mine");
  if (session.state.reoffer && !session.state.pending?.whole) await prepareWhole(session);
  while (session.state.pending || (await prepareNext(session))) {
    const marker = await publish(session);
    await removeMarkers(session, own, marker);
    own = [marker];
  }
  await keepMarker(session, own);
  return own;
}

/**
 * Everything that is here in one batch, with the names of all that are in it: a reader needs none of those any more. And
 * of those that should be and are not: a reader that did not know of them would take what comes after them for all.
 */
async function prepareWhole(session: Session): Promise<void> {
  const { pending, sent } = session.state;
  const { ops, to, covers } = await session.replica.everything(sent);
  const coverage = { covers, misses: session.state.missing };
  await prepare(session, { ops, from: pending ? pending.from : sent, to }, coverage);
}

async function prepareNext(session: Session): Promise<boolean> {
  const { limits, state } = session;
  const { ops, to } = await session.replica.takeUnsent(state.sent, limits.batchOps, limits.batchBytes);
  // To ask for something is a reason to write as well.
  const isNeeded = ops.length > 0 || state.missing.some((each) => isToBeAsked(session, each));
  if (isNeeded) await prepare(session, { ops, from: state.sent, to });
  return isNeeded;
}

async function prepare(
  session: Session,
  { ops, from, to }: { ops: readonly Op[] } & Pick<Pending, "from" | "to">,
  whole?: Coverage,
): Promise<void> {
  const { sealer, state } = session;
  const asked = state.missing.filter((each) => isToBeAsked(session, each)).map(({ ref }) => hashOf(ref));
  const seq = state.seq + 1;
  const bytes = await sealer.seal(
    {
      kind: "batch",
      writer: state.writer,
      seq,
      // Whoever reads everything need not go further back.
      prev: whole ? null : state.prev,
      body: batchBody({ at: session.now(), ops, whole, asks: asked, seen: seenBy(state) }),
    },
    state.key,
  );
  const hash = await sealer.hash(bytes);
  const missing = state.missing.map((each) =>
    asked.includes(hashOf(each.ref)) ? { ...each, asked: true } : each,
  );
  session.report.sent += ops.length;
  await save(session, {
    missing,
    pending: { from, to, whole: whole !== undefined, seq, hash, bytes, ref: null },
  });
}

function isToBeAsked(
  { limits, now }: Session,
  { asked, since, why }: SpaceState["missing"][number],
): boolean {
  return !asked && why !== "newer" && why !== "later" && now() - since >= limits.askAfterMs;
}

function seenBy({ heads }: SpaceState): Record<string, number> {
  return Object.fromEntries(Object.entries(heads).map(([writer, { seq }]) => [writer, seq]));
}

/** The batch, read back equal; then its marker; then it is known here to be sent. */
async function publish(session: Session): Promise<Link> {
  const { pending, writer } = session.state;
  if (!pending) throw new Error("There is nothing to publish.");
  const { seq, hash, bytes } = pending;
  let { ref } = pending;
  // The answer to an earlier try was lost, perhaps. Else another name: what half of it is under the first one stays there.
  if (!ref || !(await isStored(session, { writer, seq, ref }, bytes))) {
    ref = `${hash}~${session.randomHex(8)}`;
    await save(session, { pending: { ...pending, ref } });
    await putVerified(session, batchName({ writer, seq, ref }), bytes);
  }
  const marker: Link = { writer, seq, ref };
  await session.store.put(markerName(marker), oneByte);
  await saveSent(session, { ...pending, ref });
  return marker;
}

async function isStored({ store }: Session, link: Link, bytes: Uint8Array): Promise<boolean> {
  const stored = await store.get(batchName(link));
  return stored !== null && sameBytes(stored, bytes);
}

async function saveSent(
  session: Session,
  { seq, hash, ref, to, whole, bytes }: Pending & { ref: Ref },
): Promise<void> {
  const { state } = session;
  const { batches, bytes: soFar } = state.sinceSnapshot;
  await save(
    session,
    {
      seq,
      prev: ref,
      sent: to,
      pending: null,
      heads: { ...state.heads, [state.writer]: { seq, ref } },
      reoffer: state.reoffer && !whole,
      sinceSnapshot: { batches: batches + 1, bytes: soFar + bytes.length },
    },
    { mine: hash },
  );
}

/** The older markers, after the new one is there. One that stays is no harm: a reader takes the highest. */
async function removeMarkers({ store }: Session, own: readonly Link[], newest: Link): Promise<void> {
  for (const marker of own) {
    if (marker.ref === newest.ref) continue;
    try {
      await store.remove(markerName(marker));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
}

/** My newest marker is not listed: it is put again, or, where the batch is gone with it, everything is sent once more. */
async function keepMarker(session: Session, own: readonly Link[]): Promise<void> {
  const { seq, prev, writer } = session.state;
  if (!prev || own.some(({ ref }) => ref === prev)) return;
  const link: Link = { writer, seq, ref: prev };
  if ((await session.store.get(batchName(link))) !== null) await session.store.put(markerName(link), oneByte);
  else {
    await save(session, { reoffer: true });
    session.report.healed = "rolledBack";
  }
}
