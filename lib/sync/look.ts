import {
  batchName,
  hashOf,
  heads as headsFolder,
  type Link,
  markName,
  parseEpochMark,
  parseMark,
  parseMarker,
} from "./names.ts";
import { type Gate, isGone, oneByte, putVerified, save, type Session } from "./session.ts";

/**
 * Looks at the store: one listing of as many names as there are browsers. Is it the store that was known, does it still
 * hold what was known to be there, and is this browser the only one of its name?
 * @returns where each writer is; `null` where the store is empty and a person is to be asked first
 */
export async function look(session: Session): Promise<readonly Link[] | null> {
  const listing = await session.store.list(headsFolder);
  if (listing.date !== undefined) session.report.aheadMs = session.now() - listing.date;
  const heads = listing.names.map(parseMarker).filter((link) => link !== undefined);
  const marks = listing.names.map(parseMark).filter((mark) => mark !== undefined);
  if (!(await checkGeneration(session, marks, heads.length))) return null;
  await checkName(session, heads);
  await checkRemembered(session, heads, marks);
  return enter(session, listing.names, heads);
}

/** Who may write, and with which key, is asked before anything is sent or read. */
async function enter(
  session: Session,
  names: readonly string[],
  heads: readonly Link[],
): Promise<readonly Link[]> {
  const { gate, state } = session;
  if (!gate) return heads;
  const epochs = names.map(parseEpochMark).filter((epoch) => epoch !== undefined);
  const isHealing = session.report.healed !== null;
  const entered = await gate.enter({ epochs, heads, writing: state.key, isHealing });
  session.sealer = entered.sealer;
  await shareWhatIsOut(session, gate);
  const missing = session.state.missing.filter((each) => !gate.refuses(each));
  if (missing.length !== session.state.missing.length) await save(session, { missing });
  return entered.heads;
}

/**
 * Of who was removed more may have been read here than their remover knew, before that was known here. It stays, and the
 * others, who will never read it, are sent it with everything else: or they would not end alike.
 */
async function shareWhatIsOut(session: Session, gate: Gate): Promise<void> {
  const { heads } = session.state;
  const read = Object.entries(heads).filter(([writer, { seq }]) => gate.reads({ writer, seq }));
  if (read.length < Object.keys(heads).length)
    await save(session, { heads: Object.fromEntries(read), reoffer: true });
}

/**
 * A store without the mark that was seen last was emptied, or it is another one. Nothing is deleted here because
 * something is not there: everything is sent once more. With {@link checkRemembered} alone nothing is lost either; the
 * mark tells it sooner, and tells those that remember nothing of the store.
 * @returns false where a person is to be asked first
 */
async function checkGeneration(
  session: Session,
  marks: readonly string[],
  headCount: number,
): Promise<boolean> {
  const known = session.state.generation;
  if (known && (marks.includes(known) || (await session.store.get(markName(known))) !== null)) return true;
  if (known && marks.length === 0 && headCount === 0 && !session.refillEmpty) {
    session.report.asksAboutEmpty = true;
    return false;
  }
  const generation = marks.toSorted()[0] ?? (await putMark(session));
  if (!known) {
    await save(session, { generation });
    return true;
  }
  await save(session, { generation, ...sendAgain });
  session.report.healed = "emptied";
  return true;
}

async function putMark(session: Session): Promise<string> {
  const generation = session.randomHex(32);
  await putVerified(session, markName(generation), oneByte);
  return generation;
}

const sendAgain = { reoffer: true, heads: {}, seen: {}, tried: [] } as const;

/**
 * The store knows a batch under my name that I did not write: this profile is a copy, or was restored. I take another
 * name, what was not sent goes under that, and I read my former self like anybody.
 *
 * Few runs of the simulator go wrong without this; `copiedProfile` in `tests/sync/scenarios.ts` is what guards it.
 */
async function checkName(session: Session, heads: readonly Link[]): Promise<void> {
  const { state, store, sealer } = session;
  const mine = heads.filter(({ writer }) => writer === state.writer);
  if (mine.length === 0) return;
  const known = await session.replica.applied(mine.map(({ ref }) => hashOf(ref)));
  const foreign = mine.filter(
    ({ ref }) => known.get(hashOf(ref)) !== "mine" && hashOf(ref) !== state.pending?.hash,
  );
  if (foreign.length === 0) return;

  const { prev, writer, seq } = state;
  const lostOwn =
    prev !== null &&
    !mine.some(({ ref }) => ref === prev) &&
    (await store.get(batchName({ writer, seq, ref: prev }))) === null;
  const next = await sealer.newWriter();
  await save(
    session,
    {
      ...next,
      seq: 0,
      prev: null,
      sent: state.pending ? state.pending.from : state.sent,
      pending: null,
      reoffer: state.reoffer || lostOwn,
      snapshots: [],
      sinceSnapshot: { batches: 0, bytes: 0 },
    },
    { disown: true },
  );
  session.report.renamed = true;
}

/**
 * A batch that was in the store and is no longer, nor one after it: the store was set back to an earlier state. A new
 * mark tells all browsers to send everything again. The name of the batch counts, not its number: after a store was set
 * back, the same number may be another batch.
 */
async function checkRemembered(
  session: Session,
  heads: readonly Link[],
  marks: readonly string[],
): Promise<void> {
  for (const [writer, known] of Object.entries(session.state.heads)) {
    const isThere = heads.some(
      (head) => head.writer === writer && (head.ref === known.ref || head.seq > known.seq),
    );
    if (isThere || !(await isGone(session, { writer, ...known }))) continue;
    const generation = await putMark(session);
    for (const mark of marks) await session.store.remove(markName(mark));
    await save(session, { generation, ...sendAgain });
    session.report.healed = "rolledBack";
    return;
  }
}
