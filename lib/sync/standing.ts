import type { Holder } from "./identity.ts";
import type { Link } from "./names.ts";
import type { EpochNotice, Notice, Removal } from "./notice.ts";

/** Who has a say in a space, and which key to write with: what follows from its notices, for all browsers alike. */
export interface Standing {
  /** The epoch to write with; `null` where there is none that can be trusted. */
  current: string | null;
  /** Everybody who is in. */
  holders: readonly Holder[];
  /** Who is in and was not given the current key: two browsers said something at the same time. */
  lacking: readonly Holder[];
  /** Who is in and was not given the key of an epoch that counts and is not before the current one. */
  lackingBeside: readonly { epoch: string; holder: Holder }[];
  /** The key is to be changed once more: somebody who is out was given it, or {@link unsaid} is not empty. */
  mustRotate: boolean;
  /** Who was removed beside the current epoch and those before it: whoever has only the keys of these cannot know. */
  unsaid: readonly Removal[];
  removed: ReadonlyMap<string, Removal>;
  /** The last key that each was given, also who is out: whoever has it has those before it. */
  lastGiven: ReadonlyMap<string, string>;
  /** The holder of each writer. */
  writers: ReadonlyMap<string, string>;
  /** In a room: to which person each holder belongs, by their ids. It is whoever let them in that they belong to. */
  people: ReadonlyMap<string, string>;
}

/**
 * An epoch counts if its maker was given the one before; its id says how many there were before it. They are gone through
 * in the order of their ids: who was removed by then has no say any more, and is not let in again. So two changes at once
 * both count. Of two who remove each other, chance decides: the order of ids follows from the secrets.
 */
export function standingOf(notices: readonly Notice[]): Standing {
  const first = walk(notices, () => true);
  // What somebody added who was removed counts where whoever removed them knew of it. Else they could, with the old key,
  // let in anybody afterwards.
  const { standing } = walk(notices, (by, added) => {
    const remover = first.removers.get(first.idOf.get(by) ?? "");
    if (!remover) return true;
    return remover.by === added.verifying || isKnownTo(remover, added.id, first.accepted);
  });
  return standing;
}

/** Whether an epoch, or one before it, names somebody: who was removed before it is named by it no more. */
function isKnownTo(epoch: EpochNotice, id: string, accepted: ReadonlyMap<string, EpochNotice>): boolean {
  for (let each: EpochNotice | undefined = epoch; each; each = accepted.get(each.parent ?? ""))
    if ([...each.holders, ...each.removed].some((one) => one.id === id)) return true;
  return false;
}

interface Walk {
  /** Those that count, by their ids. */
  accepted: ReadonlyMap<string, EpochNotice>;
  standing: Standing;
  /** The ids of those who were ever in, by verifying key. */
  idOf: ReadonlyMap<string, string>;
  /** By whom each of those who are out was removed. */
  removers: ReadonlyMap<string, EpochNotice>;
}

function walk(notices: readonly Notice[], counts: (by: string, added: Holder) => boolean): Walk {
  const epochs = notices.filter((notice) => notice.what === "epoch").toSorted(byIdThenTime);
  const members = new Map<string, Map<string, Holder>>();
  const removers = new Map<string, EpochNotice>();
  const accepted = new Map<string, EpochNotice>();
  const removed = new Map<string, Removal>();
  const all = new Map<string, Holder>();
  const people = new Map<string, string>();
  const lastGiven = new Map<string, string>();
  /** By epoch, who was removed by it or before it. */
  const said = new Map<string, ReadonlySet<string>>();
  let current: string | null = null;
  for (const epoch of epochs) {
    if (members.has(epoch.epoch)) continue;
    const maker = makerOf(epoch, members);
    if (!maker) continue;
    const inIt = new Map(epoch.holders.map((holder) => [holder.verifying, holder]));
    const founder = epoch.parent === null ? epoch.holders.find(({ kind }) => kind === "person") : undefined;
    if (founder) people.set(founder.id, founder.id).set(maker.id, founder.id);
    // Who comes with a new key belongs to its maker, also where the maker's person itself is given other keys.
    for (const { id } of epoch.holders) belongTo(people, id, people.get(maker.id));
    for (const { by, holder } of letIn(inIt, notices, epoch.epoch, counts))
      belongTo(people, holder.id, holder.kind === "person" ? holder.id : people.get(by.id));
    members.set(epoch.epoch, inIt);
    accepted.set(epoch.epoch, epoch);
    const saidBefore = said.get(epoch.parent ?? "") ?? [];
    if (removed.has(maker.id)) {
      said.set(epoch.epoch, new Set(saidBefore));
      continue;
    }
    said.set(epoch.epoch, new Set([...saidBefore, ...epoch.removed.map(({ id }) => id)]));
    for (const removal of epoch.removed) {
      if (removed.has(removal.id)) continue;
      removed.set(removal.id, removal);
      removers.set(removal.id, epoch);
    }
    for (const holder of inIt.values()) {
      if (!all.has(holder.id)) all.set(holder.id, holder);
      lastGiven.set(holder.id, epoch.epoch);
    }
    current = epoch.epoch;
  }
  const ever = new Map([...members.values()].flatMap((each) => [...each].map(([key, { id }]) => [key, id])));
  const given = new Set([...(members.get(current ?? "")?.values() ?? [])].map(({ id }) => id));
  const holders = [...all.values()].filter(({ id }) => !removed.has(id));
  const before = chainOf(current, accepted);
  const lackingBeside = [...members].flatMap(([epoch, inIt]) =>
    before.has(epoch)
      ? []
      : holders.filter(({ verifying }) => !inIt.has(verifying)).map((holder) => ({ epoch, holder })),
  );
  const unsaid = [...removed.values()].filter(({ id }) => !said.get(current ?? "")?.has(id));
  return {
    accepted,
    idOf: ever,
    removers,
    standing: {
      current,
      holders,
      lacking: holders.filter(({ id }) => !given.has(id)),
      lackingBeside,
      mustRotate: unsaid.length > 0 || [...given].some((id) => removed.has(id)),
      unsaid,
      removed,
      lastGiven,
      writers: writersOf(notices, ever),
      people,
    },
  };
}

/** An epoch and those before it. */
function chainOf(epoch: string | null, accepted: ReadonlyMap<string, EpochNotice>): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let at = accepted.get(epoch ?? ""); at; at = accepted.get(at.parent ?? "")) chain.add(at.epoch);
  return chain;
}

function byIdThenTime(a: EpochNotice, b: EpochNotice): number {
  if (a.epoch !== b.epoch) return a.epoch < b.epoch ? -1 : 1;
  return a.at - b.at || (a.by < b.by ? -1 : 1);
}

/** Who made an epoch, if they were given the one before. Of the first it was looked at when the notice was opened. */
function makerOf(
  { parent, by, holders }: EpochNotice,
  members: ReadonlyMap<string, ReadonlyMap<string, Holder>>,
): Holder | undefined {
  if (parent === null) return holders.find(({ verifying }) => verifying === by);
  return members.get(parent)?.get(by);
}

function belongTo(people: Map<string, string>, id: string, person: string | undefined): void {
  if (person !== undefined && !people.has(id)) people.set(id, person);
}

/** Adds those who were let in by somebody who was in it, and by those in turn. @returns them, in that order */
function letIn(
  inIt: Map<string, Holder>,
  notices: readonly Notice[],
  epoch: string,
  counts: (by: string, added: Holder) => boolean,
): readonly { by: Holder; holder: Holder }[] {
  const added: { by: Holder; holder: Holder }[] = [];
  let waiting = notices.filter((notice) => notice.what === "add").filter((notice) => notice.epoch === epoch);
  for (let before = -1; before !== inIt.size;) {
    before = inIt.size;
    for (const { by: key, holder } of waiting) {
      const by = inIt.get(key);
      if (!by || inIt.has(holder.verifying) || !counts(key, holder)) continue;
      inIt.set(holder.verifying, holder);
      added.push({ by, holder });
    }
    waiting = waiting.filter(({ holder }) => !inIt.has(holder.verifying));
  }
  return added;
}

function writersOf(notices: readonly Notice[], ever: ReadonlyMap<string, string>): Map<string, string> {
  const writers = new Map<string, string>();
  for (const notice of notices) {
    const holder = notice.what === "writer" ? ever.get(notice.by) : undefined;
    if (notice.what === "writer" && holder !== undefined) writers.set(notice.writer, holder);
  }
  return writers;
}

/**
 * Whether a batch is read: what nobody answers for is not yet, and of who was removed nothing after what was known of them
 * then.
 */
export function isRead(
  { writers, removed }: Standing,
  { writer, seq }: { writer: string; seq: number },
): boolean {
  const holder = writers.get(writer);
  if (holder === undefined) return false;
  const removal = removed.get(holder);
  return !removal || seq <= (removal.writers[writer]?.seq ?? 0);
}

/** Whether a batch is not read now nor later: of who was removed, what comes after what was known of them then. */
export function isRefused(standing: Standing, batch: { writer: string; seq: number }): boolean {
  return standing.writers.has(batch.writer) && !isRead(standing, batch);
}

/**
 * From where the batches are read. Who was removed may still write to the storage: of them it is the batch that their
 * remover knew, and those before it, whatever their markers say.
 */
export function readFrom({ writers, removed }: Standing, heads: readonly Link[]): readonly Link[] {
  const known = heads.filter(({ writer }) => {
    const holder = writers.get(writer);
    return holder !== undefined && !removed.has(holder);
  });
  const last = [...removed.values()].flatMap((removal) =>
    Object.entries(removal.writers).map(([writer, link]) => ({ writer, ...link })),
  );
  return [...known, ...last];
}
