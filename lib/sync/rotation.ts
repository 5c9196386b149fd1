import { countOf, lastCount, newSecret } from "./envelope.ts";
import { type Holder, verifyingKey } from "./identity.ts";
import { KeyError } from "./key-error.ts";
import {
  addNotice,
  epochOf,
  giveSecret,
  isRemoved,
  keyringOf,
  refreshKeys,
  secretsOf,
  type SpaceKeys,
  standing,
} from "./keys.ts";
import { epochMark } from "./names.ts";
import type { Notice, Removal } from "./notice.ts";
import { codeHolder, letIn } from "./open-space.ts";
import { newRecoveryCode } from "./recovery-code.ts";
import { oneByte, putVerified } from "./session.ts";
import type { Standing } from "./standing.ts";
import type { SpaceState } from "./replica.ts";
import type { Store } from "./store.ts";

export interface KeyChange {
  /** Epoch ms. */
  now: number;
  /** Ids of those who are not given the new key. */
  remove?: readonly string[];
  /** Who is given it, and the older ones, for the first time. */
  add?: readonly Holder[];
  /**
   * The last batch of each writer that was read here, as {@link SpaceState} has it: what a removed one writes after it is
   * read by nobody. A snapshot is due afterwards, because theirs are not read any more either.
   */
  heads?: SpaceState["heads"];
}

/**
 * From here on the space is written with another key. What was written before stays as it is, and is read with the keys
 * before. Two changes at once are both good.
 * @throws KeyError `removed` where this browser is out itself
 * @throws StoreError
 */
export async function changeKey(store: Store, before: SpaceKeys, change: KeyChange): Promise<SpaceKeys> {
  const keys = await refreshKeys(store, before);
  if (isRemoved(keys)) throw new KeyError("removed");
  const { add = [], remove = [], now } = change;
  if (remove.includes(keys.me.id)) throw new Error("A browser does not remove itself.");
  const known = standing(keys);
  const parent = keyringOf(keys).current;
  if (countOf(parent) >= lastCount) throw new Error("The key was changed too often.");
  const secret = await newSecret(keys.space, countOf(parent) + 1);
  const holders = [...known.holders.filter(({ id }) => !remove.includes(id)), ...add];
  // Who was let in with an older key only, while another browser made one, could not tell that the next one counts.
  const behind = known.lacking.filter(({ id }) => !remove.includes(id));
  const late = [...add, ...behind];
  for (const older of late.length > 0 ? await secretsOf(keys) : [])
    for (const holder of late) await giveSecret(store, older, holder);
  for (const holder of holders) await giveSecret(store, secret, holder);
  const place = { space: keys.space, by: await verifyingKey(keys.identity), at: now };
  const notice: Notice = {
    ...place,
    epoch: secret.epoch,
    what: "epoch",
    parent,
    holders,
    removed: [...known.unsaid, ...removals(known, remove, change.heads ?? {})],
  };
  const epochs = [...keys.epochs, await epochOf(secret, keys.me)];
  const changed = await addNotice(store, { ...keys, epochs }, notice);
  await putVerified({ store }, epochMark(secret.epoch), oneByte);
  // Whoever is out is told once all others can know it: what breaks off before it, is ended by one of those.
  if (remove.length === 0) return changed;
  return addNotice(store, changed, { ...place, epoch: parent, what: "out", ids: remove });
}

function removals(
  { writers }: Standing,
  ids: readonly string[],
  heads: SpaceState["heads"],
): readonly Removal[] {
  return ids.map((id) => ({
    id,
    writers: Object.fromEntries(Object.entries(heads).filter(([writer]) => writers.get(writer) === id)),
  }));
}

/** A new recovery code; the one before opens nothing that is written from here on. */
export async function replaceCode(
  store: Store,
  before: SpaceKeys,
  now: number,
): Promise<{ keys: SpaceKeys; code: string }> {
  const code = await newRecoveryCode();
  const known = await refreshKeys(store, before);
  const keys = await changeKey(store, known, {
    now,
    remove: ownOf(known, "code").map(({ id }) => id),
    add: [await codeHolder(known.space, code, now)],
  });
  return { keys, code };
}

/** Those of a kind who are in. */
export function ownOf(keys: SpaceKeys, kind: Holder["kind"]): readonly Holder[] {
  return standing(keys).holders.filter((holder) => holder.kind === kind);
}

/**
 * Puts right what two browsers left behind that said something at the same time: who was let in is given the key that was
 * made meanwhile; a key that was given to somebody who is out is changed once more, and so is one with which others cannot
 * know who is out. And what one left behind that ended while it removed somebody: whoever is out is told.
 * @returns the same object where all is right
 */
export async function mendKeys(store: Store, keys: SpaceKeys, now: number): Promise<SpaceKeys> {
  const { mustRotate, lacking, current } = standing(keys);
  if (isRemoved(keys) || current === null || !keys.epochs.some(({ id }) => id === current)) return keys;
  let mended = await shareBeside(store, keys, now);
  if (mustRotate) return changeKey(store, mended, { now });
  for (const holder of lacking)
    mended = await letIn(store, mended, { secrets: await secretsOf(mended), holder, now });
  for (const { epoch, ids } of untold(mended)) {
    const by = await verifyingKey(mended.identity);
    mended = await addNotice(store, mended, { space: keys.space, epoch, by, at: now, what: "out", ids });
  }
  return mended;
}

/**
 * Gives everybody the keys of changes that were made at the same time as the one that counts: what was said and written
 * with them is read by nobody else.
 */
async function shareBeside(store: Store, keys: SpaceKeys, now: number): Promise<SpaceKeys> {
  const { lackingBeside } = standing(keys);
  if (lackingBeside.length === 0) return keys;
  const secrets = new Map((await secretsOf(keys)).map((secret) => [secret.epoch, secret]));
  const by = await verifyingKey(keys.identity);
  let shared = keys;
  for (const { epoch, holder } of lackingBeside) {
    const secret = secrets.get(epoch);
    // The word of somebody who was not given it counts for nobody.
    if (!secret || lackingBeside.some((each) => each.epoch === epoch && each.holder.id === keys.me.id))
      continue;
    await giveSecret(store, secret, holder);
    shared = await addNotice(store, shared, { space: keys.space, epoch, by, at: now, what: "add", holder });
  }
  return shared;
}

/**
 * Who was removed and was not told so by somebody whom they know, with the last key that they were given: otherwise it does
 * not count for them.
 */
function untold(keys: SpaceKeys): readonly { epoch: string; ids: readonly string[] }[] {
  const notices = keys.notices.map(({ notice }) => notice);
  const own = new Set(keys.epochs.map(({ id }) => id));
  const saying = new Map<string, string[]>();
  for (const id of standing(keys).removed.keys()) {
    const given = notices.filter(
      (notice) => own.has(notice.epoch) && givenBy(notice).some((one) => one.id === id),
    );
    const epoch = given
      .map((notice) => notice.epoch)
      .toSorted()
      .at(-1);
    if (epoch === undefined) continue;
    const known = notices.filter((notice) => notice.epoch === epoch).flatMap((notice) => givenBy(notice));
    if (!known.some((one) => one.id === keys.me.id)) continue;
    const isTold = notices.some(
      (notice) =>
        notice.what === "out" &&
        notice.epoch === epoch &&
        notice.ids.includes(id) &&
        known.some(({ verifying }) => verifying === notice.by),
    );
    if (!isTold) saying.set(epoch, [...(saying.get(epoch) ?? []), id]);
  }
  return [...saying].map(([epoch, ids]) => ({ epoch, ids }));
}

/** Who is given the key of a notice by it. */
function givenBy(notice: Notice): readonly Holder[] {
  if (notice.what === "add") return [notice.holder];
  return notice.what === "epoch" ? notice.holders : [];
}
