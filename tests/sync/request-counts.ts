import { expect } from "vitest";
import type { Store } from "@/lib/sync/store.ts";
import { testBrowser } from "./browser.ts";
import type { Exchange, FaultProxy } from "./fault-proxy.ts";
import { testSealer } from "./test-sealer.ts";

/** What one idle sync and one edit cost, bytes of the bodies. */
export interface Costs {
  idle: { requests: number; received: number };
  idleLater: { requests: number; received: number };
  edit: { requests: number; sent: number; received: number };
}

const moreEdits = 40;

/** Two browsers; what they send and get while nothing goes wrong. */
export async function countRequests(proxy: FaultProxy, store: Store): Promise<Costs> {
  const sealer = await testSealer("counts");
  const [one, other] = [testBrowser(store, sealer), testBrowser(store, sealer)];
  const during = async (run: () => Promise<unknown>): Promise<Exchange[]> => {
    proxy.log.length = 0;
    await run();
    return proxy.log.splice(0);
  };
  for (const browser of [one, other, one]) {
    browser.write("a", browser === one ? 1 : 2);
    await browser.sync();
  }
  await other.sync();

  const idle = await during(() => other.sync());
  one.write("a", "an edit of a usual length");
  const edit = await during(() => one.sync());
  for (let index = 0; index < moreEdits; index += 1) {
    one.write("a", `edit ${index}`);
    await one.sync();
  }
  await other.sync();
  const idleLater = await during(() => other.sync());

  expect(idle).toHaveLength(1);
  expect(idleLater).toHaveLength(1);
  // The look, then: the batch, the batch read back, the marker, the old marker removed.
  expect(edit.slice(1).map(({ method }) => method)).toEqual(["PUT", "GET", "PUT", "DELETE"]);
  const batch = edit[1]?.sent ?? 0;
  const received = (exchanges: readonly Exchange[]): number =>
    exchanges.reduce((sum, exchange) => sum + exchange.received, 0);
  const sent = edit.slice(1).reduce((sum, exchange) => sum + exchange.sent, 0);
  expect(sent + received(edit.slice(1))).toBeLessThan(2 * batch + 1000);
  // A mark and two markers, in a folder. A number in a name has another digit by now.
  expect(received(idle)).toBeLessThan(4 * 300 + 1000);
  expect(received(idleLater) - received(idle)).toBeLessThan(20);
  return {
    idle: { requests: idle.length, received: received(idle) },
    idleLater: { requests: idleLater.length, received: received(idleLater) },
    edit: { requests: edit.length, sent, received: received(edit) },
  };
}
