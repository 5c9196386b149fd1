import { aesKey, bytesOf, hex, hkdf, hkdfKey, join, own, sha256, utf8 } from "./bytes.ts";
import type { Ref } from "./names.ts";
import { type Packing, packWell, pad, unpackWell, unpad } from "./pack.ts";
import { type Parcel, type Sealer, Unreadable } from "./sealer.ts";

/*
 *     header  "MPB1" | suite 1 | kind 1 | epoch 8 | writer 16 | seq u64 | prev 24 | salt 32 | verifying key 32 | commitment 16
 *     body    AES-256-GCM( padded( deflate-raw( JSON ) ) ); in suite 2 deflated with the dictionary `oftenWritten`
 *     sig     Ed25519( header | body )
 *
 * The key of each parcel is derived with a salt of its own, so no nonce is ever used twice, also not by a profile that was
 * set back. The commitment is to that key. A writer's name is a hash of the key that it signs with: nobody else can write
 * under it, and no list of keys is needed to tell.
 */

/** The secrets of a space by the hexadecimal id of their epoch; new ones are added, none is ever replaced. */
export interface Keyring {
  space: string;
  /** HKDF keys that cannot be read out. */
  epochs: ReadonlyMap<string, CryptoKey>;
  /** The one to write with. */
  current: string;
}

const magic = utf8("MPB1");
/** By how the body is packed; all else is the same. */
const suites: Readonly<Record<Packing, number>> = { alone: 1, afterWords: 2 };
const packings: readonly Packing[] = ["alone", "afterWords"];
const kinds: readonly Parcel["kind"][] = ["batch", "part", "list"];
const headerBytes = 4 + 1 + 1 + 8 + 16 + 8 + 24 + 32 + 32 + 16;
const commitmentAt = headerBytes - 16;
const signatureBytes = 64;
const algorithm = { name: "Ed25519" } as const;

/** An epoch's secret as a key that cannot be read out. @param secret 32 random bytes */
export const epochKey: (secret: Uint8Array) => Promise<CryptoKey> = hkdfKey;

export function sealerOf(keyring: Keyring): Sealer {
  return {
    newWriter: () => newWriter(keyring.space),
    seal: (parcel, key) => seal(keyring, parcel, key as CryptoKeyPair),
    open: (bytes, kind) => open(keyring, bytes, kind),
    hash: async (bytes) => hex((await sha256(bytes)).subarray(0, 8)),
  };
}

async function newWriter(space: string): Promise<{ writer: string; key: CryptoKeyPair }> {
  const key = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  return { writer: await writerOf(space, await rawKey(key)), key };
}

/** A writer's name in a space. @param verifyingKey 32 bytes */
export async function writerOf(space: string, verifyingKey: Uint8Array): Promise<string> {
  return hex((await sha256(join(utf8(`milepost writer ${space} `), verifyingKey))).subarray(0, 16));
}

async function rawKey({ publicKey }: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
}

async function seal(keyring: Keyring, parcel: Parcel, signing: CryptoKeyPair): Promise<Uint8Array> {
  const epoch = keyring.epochs.get(keyring.current);
  if (!epoch) throw new Error("The key to write with is not there.");
  const { bytes: packed, packing } = await packWell(parcel.body);
  const header = new Uint8Array(headerBytes);
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const seq = new Uint8Array(8);
  new DataView(seq.buffer).setBigUint64(0, BigInt(parcel.seq));
  const fields = [
    magic,
    Uint8Array.of(suites[packing], kinds.indexOf(parcel.kind)),
    bytesOf(keyring.current),
    bytesOf(parcel.writer),
    seq,
    utf8((parcel.prev ?? "").replace("~", "").padEnd(24, "\0")),
    salt,
    await rawKey(signing),
  ];
  header.set(join(...fields));
  const { key, commitment } = await parcelKey(epoch, keyring.space, header);
  header.set(commitment, commitmentAt);
  const body = await crypto.subtle.encrypt(gcm(keyring.space, header), key, own(pad(packed)));
  const signed = join(header, new Uint8Array(body));
  const signature = await crypto.subtle.sign(algorithm, signing.privateKey, own(signed));
  return join(signed, new Uint8Array(signature));
}

async function open(keyring: Keyring, bytes: Uint8Array, kind: Parcel["kind"]): Promise<Parcel> {
  if (!magic.every((byte, index) => bytes[index] === byte)) throw new Unreadable("notOurs");
  const packing = packings.find((each) => suites[each] === bytes[4]);
  if (!packing) throw new Unreadable((bytes[4] ?? 0) > suites.afterWords ? "newer" : "damaged");
  if (bytes.length < headerBytes + 16 + signatureBytes) throw new Unreadable("damaged");
  const header = bytes.subarray(0, headerBytes);
  const signed = bytes.subarray(0, -signatureBytes);
  const parts = readHeader(header);
  if (parts.kind !== kind) throw new Unreadable("damaged");
  const epoch = keyring.epochs.get(parts.epoch);
  if (!epoch) throw new Unreadable("noKey");
  try {
    const [writer, isSigned, { key, commitment }] = await Promise.all([
      writerOf(keyring.space, parts.verifyingKey),
      isSignedBy(parts.verifyingKey, signed, bytes.subarray(-signatureBytes)),
      parcelKey(epoch, keyring.space, header),
    ]);
    const isCommitted = commitment.every((byte, index) => header[commitmentAt + index] === byte);
    if (writer !== parts.writer || !isSigned || !isCommitted) throw new Unreadable("damaged");
    const body = own(signed.subarray(headerBytes));
    const padded = await crypto.subtle.decrypt(gcm(keyring.space, header), key, body);
    const { seq, prev } = parts;
    return { kind, writer, seq, prev, body: await unpackWell(unpad(new Uint8Array(padded)), packing) };
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("damaged", { cause: error });
  }
}

async function isSignedBy(
  verifyingKey: Uint8Array,
  signed: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", own(verifyingKey), algorithm, false, ["verify"]);
  return crypto.subtle.verify(algorithm, key, own(signature), own(signed));
}

function readHeader(header: Uint8Array): {
  kind: Parcel["kind"] | undefined;
  epoch: string;
  writer: string;
  seq: number;
  prev: Ref | null;
  verifyingKey: Uint8Array;
} {
  const prev = new TextDecoder().decode(header.subarray(38, 62));
  return {
    kind: kinds[header[5] ?? 0],
    epoch: hex(header.subarray(6, 14)),
    writer: hex(header.subarray(14, 30)),
    seq: Number(new DataView(header.buffer, header.byteOffset + 30, 8).getBigUint64(0)),
    prev: prev === "\0".repeat(24) ? null : `${prev.slice(0, 16)}~${prev.slice(16)}`,
    verifyingKey: header.subarray(94, 126),
  };
}

/** The key of one parcel, and what commits to it and to the header: 32 bytes for each, from the secret and the salt. */
async function parcelKey(
  epoch: CryptoKey,
  space: string,
  header: Uint8Array,
): Promise<{ key: CryptoKey; commitment: Uint8Array }> {
  const bits = await hkdf(epoch, header.subarray(62, 94), `milepost parcel ${space}`, 512);
  const key = await aesKey(bits.slice(0, 32));
  const hmac = { name: "HMAC", hash: "SHA-256" } as const;
  const committing = await crypto.subtle.importKey("raw", bits.slice(32), hmac, false, ["sign"]);
  const mac = await crypto.subtle.sign(hmac, committing, own(header.subarray(0, commitmentAt)));
  return { key, commitment: new Uint8Array(mac).subarray(0, 16) };
}

/** Zeros for a nonce: no key encrypts twice. */
function gcm(space: string, header: Uint8Array): AesGcmParams {
  return { name: "AES-GCM", iv: new Uint8Array(12), additionalData: own(join(utf8(`${space} `), header)) };
}
