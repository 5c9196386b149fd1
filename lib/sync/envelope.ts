import { bytesOf, hex, own, sha256, utf8 } from "./bytes.ts";
import type { Identity } from "./identity.ts";
import { KeyError } from "./key-error.ts";

/** The secret of an epoch, while it is being handed on. It is never kept. */
export interface Secret {
  space: string;
  /** 16 hexadecimal digits. */
  epoch: string;
  bytes: Uint8Array;
}

const format = "key 1";

/**
 * The id of an epoch: 4 digits that count the changes of the key, and 12 that follow from the secret. So ids sort by age,
 * and no other secret can be passed off under an id that is known.
 */
export async function epochId(space: string, count: number, secret: Uint8Array): Promise<string> {
  const digest = await sha256(utf8(`milepost epoch ${space} ${hex(secret)}`));
  return count.toString(16).padStart(4, "0") + hex(digest).slice(0, 12);
}

export const countOf = (epoch: string): number => Number.parseInt(epoch.slice(0, 4), 16);
export const lastCount = 0xffff;

/** A new secret. @param count of the epoch, from 1 */
export async function newSecret(space: string, count: number): Promise<Secret> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return { space, epoch: await epochId(space, count, bytes), bytes };
}

/**
 * A secret as a file that only one holder opens; so does the `age` command.
 * @see https://c2sp.org/age
 */
export async function wrap(secret: Secret, recipient: string): Promise<Uint8Array> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const { space, epoch, bytes } = secret;
  return encrypter.encrypt(JSON.stringify({ milepost: format, space, epoch, secret: hex(bytes) }));
}

/**
 * Opens what {@link wrap} made.
 * @throws KeyError `wrongCode` where it is for another holder, `otherSpace`, `newer` or `damaged`
 */
export async function unwrap(
  envelope: Uint8Array,
  identity: Identity,
  place: Omit<Secret, "bytes">,
): Promise<Secret> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity.exchange.privateKey);
  let text: string;
  try {
    text = await decrypter.decrypt(own(envelope), "text");
  } catch (error) {
    const isForAnother = error instanceof Error && error.message.startsWith("no identity matched");
    throw new KeyError(isForAnother ? "wrongCode" : "damaged", { cause: error });
  }
  return readSecret(text, place);
}

async function readSecret(text: string, place: Omit<Secret, "bytes">): Promise<Secret> {
  const { milepost, space, epoch, secret } = parse(text);
  if (typeof milepost === "string" && /^key \d+$/.test(milepost) && milepost !== format)
    throw new KeyError("newer");
  if (milepost !== format || typeof secret !== "string" || !/^[0-9a-f]{64}$/.test(secret))
    throw new KeyError("damaged");
  if (space !== place.space) throw new KeyError("otherSpace");
  const bytes = bytesOf(secret);
  if (epoch !== place.epoch || (await epochId(place.space, countOf(place.epoch), bytes)) !== place.epoch)
    throw new KeyError("damaged");
  return { ...place, bytes };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new KeyError("damaged");
}
