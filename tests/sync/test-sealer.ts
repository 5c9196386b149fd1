import { epochKey, sealerOf } from "@/lib/sync/seal.ts";
import type { Sealer } from "@/lib/sync/sealer.ts";

/** The real sealing, with a secret of its own. */
export async function testSealer(space: string): Promise<Sealer> {
  const current = "0102030405060708";
  const secret = crypto.getRandomValues(new Uint8Array(32));
  return sealerOf({ space, current, epochs: new Map([[current, await epochKey(secret)]]) });
}
