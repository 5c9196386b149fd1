import {
  create,
  fromBinary,
  makeClock,
  merkle,
  MessageSchema,
  setClock,
  SyncResponseSchema,
  Timestamp,
  toBinary,
} from "@actual-app/crdt";
import * as Automerge from "@automerge/automerge/slim";
import { automergeWasmBase64 } from "@automerge/automerge/automerge.wasm.base64";
import * as Y from "yjs";
import { foldOps } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import { epochKey, sealerOf } from "@/lib/sync/seal.ts";
import { batchBody, readBatch } from "@/lib/sync/wire.ts";

/** One way to send edits and to take them in. */
export interface Peer {
  /** @returns as it travels, so many edits in each */
  encode: (ops: readonly Op[], perBatch: number) => Promise<readonly Uint8Array[]>;
  /** Into nothing. @returns how many fields there are in the end */
  merge: (batches: readonly Uint8Array[]) => Promise<number>;
}

const epoch = "0102030405060708";

export async function benchSealer() {
  const key = await epochKey(new Uint8Array(32).fill(7));
  return sealerOf({ space: "0".repeat(32), current: epoch, epochs: new Map([[epoch, key]]) });
}

/** Sealed, each with its signature, as they lie in a storage; opened, checked and folded, each row once. */
async function ours(): Promise<Peer> {
  const sealer = await benchSealer();
  const { writer, key } = await sealer.newWriter();
  return {
    encode: async (ops, perBatch) => {
      const batches: Uint8Array[] = [];
      for (const part of chunks(ops, perBatch)) {
        const body = batchBody({ at: Date.now(), ops: part, seen: {}, asks: [] });
        const seq = batches.length + 1;
        batches.push(await sealer.seal({ kind: "batch", writer, seq, prev: null, body }, key));
      }
      return batches;
    },
    merge: async (batches) => {
      const byRow = new Map<string, Op[]>();
      for (const bytes of batches) {
        await sealer.hash(bytes);
        for (const op of readBatch((await sealer.open(bytes, "batch")).body).ops) {
          const known = byRow.get(op.id);
          if (known) known.push(op);
          else byRow.set(op.id, [op]);
        }
      }
      let fields = 0;
      for (const ops of byRow.values()) fields += Object.keys(foldOps(undefined, ops)?._c ?? {}).length;
      return fields;
    },
  };
}

/** Its messages and its tree of what was seen, with the latest value of each cell; no SQL and no encryption. */
function actual(): Peer {
  return {
    encode: (ops, perBatch) =>
      Promise.resolve(
        chunks(ops, perBatch).map((part) => {
          const messages = part.flatMap(({ id, patch, stamp: [ms, counter, writer] }) =>
            Object.entries(patch).map(([column, value]) => {
              const message = create(MessageSchema, {
                dataset: "rows",
                row: id,
                column,
                value: JSON.stringify(value),
              });
              const timestamp = new Timestamp(
                ms,
                counter,
                writer.replaceAll("-", "").slice(-16).toUpperCase(),
              ).toString();
              return { timestamp, isEncrypted: false, content: toBinary(MessageSchema, message) };
            }),
          );
          return toBinary(SyncResponseSchema, create(SyncResponseSchema, { messages, merkle: "{}" }));
        }),
      ),
    merge: (batches) => {
      setClock(makeClock(new Timestamp(0, 0, "C".repeat(16))));
      let seen = merkle.emptyTrie();
      const cells = new Map<string, { at: string; value: string }>();
      for (const bytes of batches) {
        for (const { timestamp, content } of fromBinary(SyncResponseSchema, bytes).messages) {
          const { row, column, value } = fromBinary(MessageSchema, content);
          const stamp = Timestamp.parse(timestamp);
          if (!stamp) throw new Error("A timestamp is none.");
          Timestamp.recv(stamp);
          const cell = `${row}/${column}`;
          const known = cells.get(cell);
          if (!known || known.at < timestamp) cells.set(cell, { at: timestamp, value });
          seen = merkle.insert(seen, stamp);
        }
        seen = merkle.prune(seen);
      }
      return Promise.resolve(cells.size);
    },
  };
}

const cellsOf = ({ id, patch }: Op): readonly (readonly [string, unknown])[] =>
  Object.entries(patch).map(([field, value]) => [`${id}.${field}`, value] as const);

/** One document with a flat map; a transaction for each batch, which is the least it can make of it. */
function yjs(): Peer {
  return {
    encode: (ops, perBatch) => {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on("update", (update: Uint8Array) => void updates.push(update));
      for (const part of chunks(ops, perBatch)) {
        doc.transact(() => {
          for (const op of part) for (const [cell, value] of cellsOf(op)) doc.getMap("rows").set(cell, value);
        });
      }
      return Promise.resolve(updates);
    },
    merge: (batches) => {
      const doc = new Y.Doc();
      for (const update of batches) Y.applyUpdate(doc, update);
      return Promise.resolve(doc.getMap("rows").size);
    },
  };
}

/** One document; a change for each batch. */
async function automerge(): Promise<Peer> {
  await Automerge.initializeBase64Wasm(automergeWasmBase64);
  return {
    encode: (ops, perBatch) => {
      let doc = Automerge.init<Record<string, unknown>>();
      const changes: Uint8Array[] = [];
      for (const part of chunks(ops, perBatch)) {
        doc = Automerge.change(doc, (draft) => {
          for (const op of part) for (const [cell, value] of cellsOf(op)) draft[cell] = value;
        });
        const change = Automerge.getLastLocalChange(doc);
        if (change) changes.push(change);
      }
      return Promise.resolve(changes);
    },
    merge: (batches) => {
      let doc = Automerge.init<Record<string, unknown>>();
      for (const change of batches) [doc] = Automerge.applyChanges(doc, [change]);
      return Promise.resolve(Object.keys(doc).length);
    },
  };
}

export const peers = { ours, actual, yjs, automerge } as const;
export type PeerName = keyof typeof peers;

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
