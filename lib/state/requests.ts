import { requestsMade } from "@/lib/db/requests.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** Every request that was made to the network, as counts. */
export function createRequests() {
  return { now: minute, made: liveSignal(() => requestsMade(db)) };
}

export type RequestsModel = ReturnType<typeof createRequests>;
