import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";

/** 16 hex digits that are the same for what is written the same way in JSON, whatever the order of its fields. */
export function fingerprintOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value ?? null)))).slice(0, 16);
}
