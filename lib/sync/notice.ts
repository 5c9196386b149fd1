import { aesKey, bytesOf, hkdf, join, own, utf8 } from "./bytes.ts";
import { countOf } from "./envelope.ts";
import {
  hasHolderFields,
  type Holder,
  type Identity,
  isHolder,
  isSignature,
  isSignedBy,
  isVerifyingKey,
  signText,
  spaceIdOf,
  verifyingKey,
} from "./identity.ts";
import { KeyError } from "./key-error.ts";
import { isEpoch, isLink, isWriter, type Ref } from "./names.ts";
import { pack, pad, unpack, unpad } from "./pack.ts";
import { writerOf } from "./seal.ts";

/**
 * What somebody of a space says about its keys, in words that they signed. Notices lie beside the envelopes, sealed with
 * the key of the epoch: whoever reads the space reads who else does, and the storage does not. None is ever changed.
 */
export type Notice = {
  space: string;
  /** With whose key it is sealed. */
  epoch: string;
  /** The verifying key of who says it. */
  by: string;
  /** Epoch ms, by their clock. */
  at: number;
} & (
  | {
      /** From here on the space has another key. */
      what: "epoch";
      /** The one before; `null` of the first. */
      parent: string | null;
      /** Everybody who is given it. */
      holders: readonly Holder[];
      /** Who was in it and is not given it. */
      removed: readonly Removal[];
    }
  | { what: "add"; holder: Holder }
  | {
      /** Said with the old key to those who are not given the next: they would not know otherwise. */
      what: "out";
      ids: readonly string[];
    }
  | ({
      /** In a personal space: a room that the person is in, for their other browsers. */
      what: "room";
    } & RoomCard)
  | {
      /** In a personal space: as which holder the browser that says it is in a room. */
      what: "inRoom";
      room: string;
      holder: string;
    }
  | {
      /** The batches under this name are mine. */
      what: "writer";
      writer: string;
      /** What the writer signs with, and its word for it that this is its holder. */
      key: string;
      proof: string;
    }
);

export type EpochNotice = Extract<Notice, { what: "epoch" }>;

export interface RoomCard {
  /** The space of the room. */
  room: string;
  /** Where its storage is, as the application writes it; `null` once the person left it. */
  access: string | null;
  /** What the person's keys in the room follow from, 64 hexadecimal digits. */
  seed: string;
}

export interface Removal {
  id: string;
  /** The last batch of each of its writers that is read. */
  writers: Readonly<Record<string, { seq: number; ref: Ref }>>;
}

const magic = utf8("MPN1");
const saltBytes = 32;
const inSpace = (space: string, epoch: string): Uint8Array => utf8(`${space} ${epoch}`);
const inFront = "milepost notice ";

/** A notice as it was signed, so that it can be sealed once more where the storage lost it. */
export interface SignedNotice {
  notice: Notice;
  text: string;
  /** 128 hexadecimal digits. */
  signature: string;
}

export async function signNotice(notice: Notice, identity: Identity): Promise<SignedNotice> {
  const text = JSON.stringify(notice);
  return { notice, text, signature: await signText(identity, inFront + text) };
}

/** @param key of its epoch */
export async function sealNotice(
  { notice, text, signature }: SignedNotice,
  key: CryptoKey,
): Promise<Uint8Array> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const body = await crypto.subtle.encrypt(
    gcm(notice.space, notice.epoch),
    await noticeKey(key, notice.space, salt),
    own(pad(await pack({ text, signature }))),
  );
  return join(magic, salt, new Uint8Array(body));
}

/**
 * Opens a notice and holds it against its signature. Whether its signer has a say is not known here.
 * @returns `undefined` where it says what only a later version understands
 * @throws KeyError `damaged` or `newer`
 */
export async function openNotice(
  bytes: Uint8Array,
  space: string,
  epoch: string,
  key: CryptoKey,
): Promise<SignedNotice | undefined> {
  if (!magic.every((byte, index) => bytes[index] === byte)) {
    const isLater = String.fromCharCode(...bytes.subarray(0, 4)).startsWith("MPN");
    throw new KeyError(isLater ? "newer" : "damaged");
  }
  const salt = bytes.subarray(magic.length, magic.length + saltBytes);
  let opened: unknown;
  try {
    const padded = await crypto.subtle.decrypt(
      gcm(space, epoch),
      await noticeKey(key, space, salt),
      own(bytes.subarray(magic.length + saltBytes)),
    );
    opened = await unpack(unpad(new Uint8Array(padded)));
  } catch (error) {
    throw new KeyError("damaged", { cause: error });
  }
  const { text, signature } = fieldsOf(opened);
  if (typeof text !== "string" || !isSignature(signature)) throw new KeyError("damaged");
  const notice = await readNotice(text, signature, { space, epoch });
  return notice && { notice, text, signature };
}

async function readNotice(
  text: string,
  signature: string,
  place: { space: string; epoch: string },
): Promise<Notice | undefined> {
  let fields: Record<string, unknown>;
  try {
    fields = fieldsOf(JSON.parse(text));
  } catch (error) {
    throw new KeyError("damaged", { cause: error });
  }
  const { by, at, space, epoch } = fields;
  const isHere = space === place.space && epoch === place.epoch;
  if (!isHere || !isVerifyingKey(by) || !Number.isSafeInteger(at)) throw new KeyError("damaged");
  if (!(await isSignedBy(by, inFront + text, signature))) throw new KeyError("damaged");
  const isSound = await checks[fields["what"] as Notice["what"]]?.(fields, place.space, by);
  if (isSound === undefined) return undefined;
  if (!isSound) throw new KeyError("damaged");
  return fields as Notice;
}

type Check = (fields: Record<string, unknown>, space: string, by: string) => Promise<boolean>;

const checks: Partial<Record<Notice["what"], Check>> = {
  epoch: async ({ parent, holders, removed, epoch }, space, by) => {
    if (!Array.isArray(holders) || !Array.isArray(removed)) return false;
    const known = await Promise.all(holders.map((holder) => isHolder(space, holder)));
    if (!known.every(Boolean) || !removed.every(isRemoval)) return false;
    if (parent === null) return countOf(epoch as string) === 1 && (await spaceIdOf(by)) === space;
    return isEpoch(parent) && countOf(epoch as string) === countOf(parent) + 1;
  },
  add: async ({ holder }, space) => hasHolderFields(holder) && (await isHolder(space, holder)),
  room: ({ room, access, seed }) =>
    Promise.resolve(
      isWriter(room) &&
        (access === null || typeof access === "string") &&
        typeof seed === "string" &&
        /^[0-9a-f]{64}$/.test(seed),
    ),
  inRoom: ({ room, holder }) => Promise.resolve(isWriter(room) && isWriter(holder)),
  out: ({ ids }) => Promise.resolve(Array.isArray(ids) && ids.every(isWriter)),
  writer: async ({ writer, key, proof }, space, by) =>
    isWriter(writer) &&
    isVerifyingKey(key) &&
    isSignature(proof) &&
    (await writerOf(space, bytesOf(key))) === writer &&
    (await isSignedBy(key, writerProof(space, by), proof)),
};

const writerProof = (space: string, by: string): string => `milepost writer ${space} ${by}`;

/** What tells the others whose the batches of a writer are. @param writing what the writer signs with */
export async function writerNotice(
  place: { space: string; epoch: string; at: number },
  identity: Identity,
  writing: CryptoKeyPair,
): Promise<Notice> {
  const by = await verifyingKey(identity);
  const writer = { signing: writing };
  const key = await verifyingKey(writer);
  return {
    ...place,
    by,
    what: "writer",
    writer: await writerOf(place.space, bytesOf(key)),
    key,
    proof: await signText(writer, writerProof(place.space, by)),
  };
}

function isRemoval(value: unknown): value is Removal {
  const { id, writers } = fieldsOf(value);
  return (
    isWriter(id) &&
    Object.entries(fieldsOf(writers)).every(([writer, link]) => isLink({ ...fieldsOf(link), writer }))
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

async function noticeKey(epoch: CryptoKey, space: string, salt: Uint8Array): Promise<CryptoKey> {
  const bits = await hkdf(epoch, salt, `milepost notice ${space}`, 256);
  return aesKey(bits);
}

/** Zeros for a nonce: each notice has a key of its own. */
function gcm(space: string, epoch: string): AesGcmParams {
  return { name: "AES-GCM", iv: new Uint8Array(12), additionalData: own(inSpace(space, epoch)) };
}
