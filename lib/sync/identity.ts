import { bytesOf, hex, hkdf, hkdfKey, join, own, sha256, utf8 } from "./bytes.ts";
import { isWriter } from "./names.ts";

/** What secrets are sent to and what notices are signed with. Neither can be read out; the database can hold both. */
export interface Identity {
  exchange: CryptoKeyPair;
  signing: CryptoKeyPair;
}

/** What of an identity everybody in the space knows. */
export interface Holder {
  /** 32 hexadecimal digits that follow from the space and the verifying key. */
  id: string;
  kind: HolderKind;
  /** Of a browser or a person, as they wrote it. */
  name: string;
  /** As `age` writes it: `age1…`. */
  recipient: string;
  /** The verifying key, 64 hexadecimal digits. */
  verifying: string;
  /** Since when, epoch ms by the clock of who added it. */
  at: number;
  /** Its own word that it is of this space, 128 hexadecimal digits. Only of what a space is opened with alone. */
  consent?: string | undefined;
  /** Of a passphrase: how it becomes keys, so that it can be written once more where the storage lost it. */
  stretching?: string | undefined;
}

/** A browser, a recovery code on paper, a passphrase in somebody's head; in a room, a person with all their browsers. */
export type HolderKind = "browser" | "code" | "passphrase" | "person";
const kinds: readonly string[] = ["browser", "code", "passphrase", "person"] satisfies readonly HolderKind[];

const x25519 = { name: "X25519" } as const;
const ed25519 = { name: "Ed25519" } as const;

/** The beginnings of a private key of 32 bytes as PKCS #8. Source: RFC 8410, section 7 */
const pkcs8 = {
  X25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20),
  Ed25519: Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20),
} as const;

export async function newIdentity(): Promise<Identity> {
  return {
    exchange: await crypto.subtle.generateKey(x25519, false, ["deriveBits"]),
    signing: await crypto.subtle.generateKey(ed25519, false, ["sign", "verify"]),
  };
}

/** The identity that follows from a secret, the same each time. @param secret with at least 128 bits of chance in it */
export async function identityFrom(secret: Uint8Array): Promise<Identity> {
  const key = await hkdfKey(secret);
  const [scalar, seed] = await Promise.all(
    ["milepost exchange 1", "milepost signing 1"].map((info) => hkdf(key, utf8("milepost"), info, 256)),
  );
  if (!scalar || !seed) throw new Error("Two were derived.");
  return {
    exchange: await pairFrom("X25519", new Uint8Array(scalar), ["deriveBits"], []),
    signing: await pairFrom("Ed25519", new Uint8Array(seed), ["sign"], ["verify"]),
  };
}

/** WebCrypto tells the public half only of a key that can be read out, so such a one is made on the way. */
async function pairFrom(
  name: "X25519" | "Ed25519",
  secret: Uint8Array,
  uses: KeyUsage[],
  publicUses: KeyUsage[],
): Promise<CryptoKeyPair> {
  const bytes = own(join(pkcs8[name], secret));
  const readable = await crypto.subtle.importKey("pkcs8", bytes, { name }, true, uses);
  const { d: _, key_ops: __, ...rest } = await crypto.subtle.exportKey("jwk", readable);
  return {
    privateKey: await crypto.subtle.importKey("pkcs8", bytes, { name }, false, uses),
    publicKey: await crypto.subtle.importKey("jwk", rest, { name }, true, publicUses),
  };
}

export interface HolderWords {
  kind: HolderKind;
  name: string;
  /** Epoch ms. */
  at: number;
}

export async function holderOf(space: string, identity: Identity, words: HolderWords): Promise<Holder> {
  const { identityToRecipient } = await import("age-encryption");
  const verifying = await verifyingKey(identity);
  return {
    id: await holderId(space, verifying),
    kind: words.kind,
    name: shortName(words.name),
    recipient: await identityToRecipient(identity.exchange.privateKey),
    verifying,
    at: words.at,
  };
}

/**
 * The same, with its own word that it is of this space. What is opened from a head or a paper alone must be told from what
 * somebody else made for it: who was removed knows to whom secrets are sent.
 */
export async function consentingHolder(
  space: string,
  identity: Identity,
  words: HolderWords,
): Promise<Holder> {
  const holder = await holderOf(space, identity, words);
  return { ...holder, consent: await signText(identity, consentText(space, holder)) };
}

export async function hasConsent(space: string, holder: Holder): Promise<boolean> {
  if (holder.consent === undefined) return false;
  return isSignedBy(holder.verifying, consentText(space, holder), holder.consent);
}

const consentText = (space: string, { recipient }: Holder): string =>
  `milepost consent ${space} ${recipient}`;

/** What others know a signing key by, 64 hexadecimal digits. */
export async function verifyingKey({ signing }: Pick<Identity, "signing">): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.exportKey("raw", signing.publicKey)));
}

export async function holderId(space: string, verifying: string): Promise<string> {
  return hex((await sha256(utf8(`milepost holder ${space} ${verifying}`))).subarray(0, 16));
}

/** The name of a space follows from the key of the browser that began it: nobody can begin another by that name. */
export async function spaceIdOf(verifying: string): Promise<string> {
  return hex((await sha256(utf8(`milepost space ${verifying}`))).subarray(0, 16));
}

const longestName = 80;
const shortName = (name: string): string => name.trim().slice(0, longestName);

/** Whether its fields are what they should be, and its id follows from its key. */
export async function isHolder(space: string, value: unknown): Promise<boolean> {
  if (!hasHolderFields(value)) return false;
  return value.id === (await holderId(space, value.verifying));
}

export function hasHolderFields(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false;
  const { id, kind, name, recipient, verifying, at, consent, stretching } = value as Record<string, unknown>;
  return (
    isWriter(id) &&
    typeof kind === "string" &&
    kinds.includes(kind) &&
    typeof name === "string" &&
    name.length <= longestName &&
    isRecipient(recipient) &&
    isVerifyingKey(verifying) &&
    Number.isSafeInteger(at) &&
    (consent === undefined || isSignature(consent)) &&
    (stretching === undefined || (typeof stretching === "string" && stretching.length <= 400))
  );
}

const isRecipient = (value: unknown): value is string =>
  typeof value === "string" && /^age1[02-9ac-hj-np-z]{58}$/.test(value);
export const isVerifyingKey = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

export const isSignature = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{128}$/.test(value);

/** @returns 128 hexadecimal digits */
export async function signText({ signing }: Pick<Identity, "signing">, text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.sign(ed25519, signing.privateKey, own(utf8(text)))));
}

/** @param verifying as {@link verifyingKey} gives it @param signature as {@link signText} does */
export async function isSignedBy(verifying: string, text: string, signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", own(bytesOf(verifying)), ed25519, false, ["verify"]);
    return await crypto.subtle.verify(ed25519, key, own(bytesOf(signature)), own(utf8(text)));
  } catch {
    // Not a point on the curve: nobody signed with it.
    return false;
  }
}
