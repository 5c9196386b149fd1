import { createHash } from "node:crypto";
import { type Parcel, type Sealer, Unreadable } from "@/lib/sync/sealer.ts";

/** Seals nothing, and tells what was damaged: for runs in which the sealing itself would take most of the time. */
export function plainSealer(randomHex: (digits: number) => string): Sealer {
  return {
    newWriter: () => Promise.resolve({ writer: randomHex(32), key: undefined }),
    seal: (parcel) => {
      const text = JSON.stringify(parcel);
      return Promise.resolve(new TextEncoder().encode(`PLAIN${digest(text)}${text}`));
    },
    open: async (bytes, kind) => {
      await Promise.resolve();
      const text = new TextDecoder().decode(bytes);
      if (!text.startsWith("PLAIN")) throw new Unreadable("notOurs");
      const content = text.slice(21);
      if (digest(content) !== text.slice(5, 21)) throw new Unreadable("damaged");
      const parcel = JSON.parse(content) as Parcel;
      if (parcel.kind !== kind) throw new Unreadable("damaged");
      return parcel;
    },
    hash: (bytes) => Promise.resolve(digest(bytes)),
  };
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
