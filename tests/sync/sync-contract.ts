import { test } from "vitest";
import type { Store } from "@/lib/sync/store.ts";
import { converge } from "./converge.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import { countRequests } from "./request-counts.ts";

const seeds = Number(process.env["MILEPOST_STORE_SEEDS"] ?? 4);

/** What syncing over a real storage must do, whatever fails on the way. @param proxy called inside the tests only */
export function syncContract(proxy: () => FaultProxy, open: (space: string) => Store): void {
  test.each(Array.from({ length: seeds }, (_empty, index) => index + 1))(
    "three browsers agree after everything failed, seed %i",
    (seed) => converge(seed, proxy(), open),
    60_000,
  );

  test("a sync with nothing to tell is one request, whatever happened before; an edit is four more", () =>
    countRequests(proxy(), open("counts")));
}
