import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "./folders.ts";
import { zipFolder } from "./zip.ts";

/**
 * Has Chromium install an extension for good when it starts next, as from a store: unlike an unpacked one it keeps its
 * alarms over a restart, gets `onStartup`, and a higher version later is a real update. Linux only, where a profile may
 * name packed extensions from outside.
 * @param profile - where the key lies too that the id comes from, so that the id stays
 * @param version - instead of the manifest's own, for example `1.0.1`
 * @returns the id
 */
export function installPackedAtStart(profile: string, folder: string, version: string): string {
  const { id, file } = packedExtension(profile, folder, version);
  const external = join(profile, "External Extensions");
  mkdirSync(external, { recursive: true });
  writeFileSync(
    join(external, `${id}.json`),
    JSON.stringify({ external_crx: file, external_version: version }),
  );
  return id;
}

/**
 * Packs and signs, in the format CRX3:
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/crx3.proto
 */
function packedExtension(profile: string, folder: string, version: string): { id: string; file: string } {
  const privateKey = keyOf(profile);
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const idBytes = createHash("sha256").update(publicKey).digest().subarray(0, 16);
  const zip = zipFolder(folder, {
    "manifest.json": JSON.stringify({ ...readManifest(folder), version }),
  });

  const signedData = protobufBytes(1, idBytes);
  const toSign = Buffer.concat([Buffer.from("CRX3 SignedData\0"), u32(signedData.length), signedData, zip]);
  const proof = Buffer.concat([
    protobufBytes(1, publicKey),
    protobufBytes(2, sign("sha256", toSign, privateKey)),
  ]);
  const header = Buffer.concat([protobufBytes(2, proof), protobufBytes(10_000, signedData)]);
  const file = join(profile, `milepost-${version}.crx`);
  writeFileSync(file, Buffer.concat([Buffer.from("Cr24"), u32(3), u32(header.length), header, zip]));
  return { id: [...idBytes.toString("hex")].map(hexToLetter).join(""), file };
}

function keyOf(profile: string): ReturnType<typeof createPrivateKey> {
  const file = join(profile, "milepost-key.pem");
  if (!existsSync(file)) {
    mkdirSync(profile, { recursive: true });
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  }
  return createPrivateKey(readFileSync(file));
}

/** Ids are hexadecimal, spelled with the letters a to p. */
function hexToLetter(digit: string): string {
  return String.fromCharCode(97 + Number.parseInt(digit, 16));
}

/** A field of type bytes: tag, length, content. */
function protobufBytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
