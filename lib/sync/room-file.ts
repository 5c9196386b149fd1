import * as z from "zod/mini";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import { Id, Line } from "@/lib/domain/envelope.ts";
import { roles } from "@/lib/domain/vocabulary.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Op } from "./op.ts";
import { checkWords } from "./check-words.ts";
import { isSignedBy, signText, verifyingKey } from "./identity.ts";
import { Unreadable } from "./sealer.ts";
import { partBody, readPart } from "./wire.ts";

/*
 * What two people share as one file: JSON, signed by the browser that made it. The signature is over the canonical JSON
 * of all the rest, fields of a later version too, so nothing can be added or taken out by the way.
 */

const roomFormat = "milepost-room";
const version = 1;
/** A hundred times what a year of two people comes to, bytes. */
const largestBytes = 20_000_000;
const mostOps = 100_000;

const Key = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const From = z.object({
  id: Id,
  name: Line,
  role: z.enum(roles),
  /** What its maker signs with, hexadecimal. */
  key: Key,
});

const RoomFile = z.object({
  format: z.literal(roomFormat),
  version: z.int(),
  app: z.string().check(z.maxLength(100)),
  madeAt: z.iso.datetime(),
  roomIds: z.array(Id).check(z.minLength(1), z.maxLength(20)),
  from: From,
  state: z.unknown(),
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});

/** Who made a file. */
export type Maker = z.infer<typeof From>;

/** A file that is whole and was signed by whom it says. Whether that is the right person is another question. */
export interface Room {
  madeAt: number;
  roomIds: readonly Id[];
  from: Maker;
  ops: readonly Op[];
}

/** @param about `madeAt` is epoch ms */
export async function printRoom(
  { madeAt, roomIds, from, ops }: Omit<Room, "from"> & { from: Omit<Maker, "key"> },
  app: string,
  signing: CryptoKeyPair,
): Promise<Blob> {
  const content = {
    format: roomFormat,
    version,
    app,
    madeAt: new Date(madeAt).toISOString(),
    roomIds,
    from: { ...from, key: await verifyingKey({ signing }) },
    state: partBody(ops),
  };
  const file = { ...content, signature: await signText({ signing }, signedText(content)) };
  return new Blob([JSON.stringify(file)], { type: "application/json" });
}

/**
 * Reads a file of a room, which is hostile until it was found to be one. Changes nothing.
 * @throws UserError `room…` with the reason why it is refused
 */
export async function readRoom(file: Blob): Promise<Room> {
  if (file.size > largestBytes) throw new UserError("roomTooLarge");
  const raw = await parsed(file);
  if (!isOurs(raw)) throw new UserError("roomNotOurs");
  if (typeof raw["version"] === "number" && raw["version"] > version) throw new UserError("roomNewer");
  const read = RoomFile.safeParse(raw);
  if (!read.success) throw new UserError("roomDamaged");
  const { signature: _signature, ...content } = raw;
  if (!(await isSigned(read.data, content))) throw new UserError("roomForged");
  const ops = opsIn(read.data.state);
  const { madeAt, roomIds, from } = read.data;
  return { madeAt: Date.parse(madeAt), roomIds, from, ops };
}

async function parsed(file: Blob): Promise<unknown> {
  const text = (await file.text()).trimStart();
  if (!text.startsWith("{")) throw new UserError("roomNotOurs");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // Cut off, as by a download that was not finished.
    const ours = text.slice(0, 200).includes(`"${roomFormat}"`);
    throw new UserError(ours ? "roomDamaged" : "roomNotOurs", { cause: error });
  }
}

function isOurs(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && (raw as { format?: unknown }).format === roomFormat;
}

function isSigned({ from, signature }: z.infer<typeof RoomFile>, content: unknown): Promise<boolean> {
  let text: string;
  try {
    text = signedText(content);
  } catch {
    // Nested deeper than can be gone through.
    return Promise.resolve(false);
  }
  return isSignedBy(from.key, text, signature);
}

function opsIn(state: unknown): readonly Op[] {
  try {
    const ops = readPart(state).filter(({ table }) => table === "shared");
    if (ops.length > mostOps) throw new UserError("roomTooLarge");
    return ops;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UserError(error.reason === "newer" ? "roomNewer" : "roomDamaged", { cause: error });
  }
}

function signedText(content: unknown): string {
  return `milepost room file\n${canonicalJson(content)}`;
}

/** A key in a form that two people can read to each other. It stays for years, so it has one word more than a request. */
export function keyWords(key: string): Promise<string> {
  return checkWords(["room key", key], 6);
}
