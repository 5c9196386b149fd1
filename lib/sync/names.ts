/**
 * The names in the storage, below one space:
 *
 *     h/g.<generation>                            a mark: this is still the store that was known
 *     h/<writer>.<seq>.<hash>~<nonce>             a marker: the writer is at this batch; the name is all it says
 *     b/<writer>/<seq>-<hash>~<nonce>             batches
 *     s/<ms>-<writer>-<hash>~<nonce>.m            the list of a snapshot's parts, written last
 *     s/<hash>~<nonce>.p                          its parts
 *     h/e.<epoch>                                 a mark: the space has this key too
 *     k/<epoch>/<holder>~<nonce>                  an envelope with the epoch's secret, for one holder
 *     k/<epoch>/<holder>.n~<nonce>                a notice of a holder: who is in, who is out, whose a writer is
 *     k/<epoch>/<holder>.p~<nonce>                how a passphrase becomes that holder's keys
 *     v/<invitation>                              an invitation into a room; removed when it was used
 *     j/<invitation>~<nonce>                      the answer to it
 *
 * Each name is used once, and says whose it is: only that writer ever touches it. So no two writers can meet in a name,
 * and no lock is needed. What else lies there (copies that a synchronising folder made) is left alone.
 */

/** A batch by its content and the try of writing it: `hash16~nonce8`, both hexadecimal. */
export type Ref = string;

export interface Link {
  writer: string;
  /** Counted from 1 for each writer. */
  seq: number;
  ref: Ref;
}

export const heads = "h";
export const snapshots = "s";
export const batchFolder = (writer: string): string => `b/${writer}`;

export const markName = (generation: string): string => `${heads}/g.${generation}`;
export const markerName = ({ writer, seq, ref }: Link): string => `${heads}/${writer}.${seq}.${ref}`;
export const batchName = ({ writer, seq, ref }: Link): string =>
  `${batchFolder(writer)}/${String(seq).padStart(8, "0")}-${ref}`;
export const partName = (ref: Ref): string => `${snapshots}/${ref}.p`;
export const snapshotName = (id: string): string => `${snapshots}/${id}.m`;
/** Sorts by time. @param at epoch ms */
export const snapshotId = (at: number, writer: string, ref: Ref): string =>
  `${String(at).padStart(15, "0")}-${writer}-${ref}`;

export const keys = "k";
export const epochFolder = (epoch: string): string => `${keys}/${epoch}`;
export type KeyFile = "envelope" | "notice" | "kdf";
const endings = { envelope: "", notice: ".n", kdf: ".p" } as const;
export const keyName = (epoch: string, holder: string, file: KeyFile, nonce: string): string =>
  `${epochFolder(epoch)}/${holder}${endings[file]}~${nonce}`;
export const invitationName = (id: string): string => `v/${id}`;
export const answers = "j";
export const answerName = (invitation: string, nonce: string): string => `${answers}/${invitation}~${nonce}`;
export const isAnswerTo = (invitation: string, name: string): boolean =>
  /^[0-9a-f]{32}~[0-9a-f]{8}$/.test(name) && name.startsWith(invitation);
export const epochMark = (epoch: string): string => `${heads}/e.${epoch}`;

export const hashOf = (ref: Ref): string => ref.slice(0, 16);

const mark = /^g\.([0-9a-f]{32})$/;
const marker = /^([0-9a-f]{32})\.([1-9]\d{0,14})\.([0-9a-f]{16}~[0-9a-f]{8})$/;
const batch = /^(\d{8,15})-([0-9a-f]{16}~[0-9a-f]{8})$/;
const keyFile = /^([0-9a-f]{32})(|\.n|\.p)~[0-9a-f]{8}$/;
const epochMarkName = /^e\.([0-9a-f]{16})$/;
const snapshot = /^((\d{15})-([0-9a-f]{32})-([0-9a-f]{16}~[0-9a-f]{8}))\.m$/;

/** What a name in the folder of heads says; `undefined` where it is none of ours. */
export function parseMark(name: string): string | undefined {
  return mark.exec(name)?.[1];
}

export function parseEpochMark(name: string): string | undefined {
  return epochMarkName.exec(name)?.[1];
}

/** What a name in the folder of an epoch says. */
export function parseKeyFile(name: string): { holder: string; file: KeyFile } | undefined {
  const [, holder, ending] = keyFile.exec(name) ?? [];
  if (holder === undefined) return undefined;
  return { holder, file: ending === ".n" ? "notice" : ending === ".p" ? "kdf" : "envelope" };
}

export function parseMarker(name: string): Link | undefined {
  const [, writer, seq, ref] = marker.exec(name) ?? [];
  return writer && seq && ref ? { writer, seq: Number(seq), ref } : undefined;
}

export function parseBatch(writer: string, name: string): Link | undefined {
  const [, seq, ref] = batch.exec(name) ?? [];
  return seq && ref ? { writer, seq: Number(seq), ref } : undefined;
}

export interface SnapshotName {
  id: string;
  writer: string;
  ref: Ref;
}

export function parseSnapshot(name: string): SnapshotName | undefined {
  const [, id, , writer, ref] = snapshot.exec(name) ?? [];
  return id && writer && ref ? { id, writer, ref } : undefined;
}

export const isRef = (value: unknown): value is Ref =>
  typeof value === "string" && /^[0-9a-f]{16}~[0-9a-f]{8}$/.test(value);
/** 4 digits that count, never 0, and 12 that follow from the secret. */
export const isEpoch = (value: unknown): value is string =>
  typeof value === "string" && /^(?!0000)[0-9a-f]{16}$/.test(value);
export const isHash = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
export const isWriter = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{32}$/.test(value);

export function isLink(value: unknown): value is Link {
  if (typeof value !== "object" || value === null) return false;
  const { writer, seq, ref } = value as Partial<Link>;
  return isWriter(writer) && Number.isSafeInteger(seq) && (seq ?? 0) > 0 && isRef(ref);
}
