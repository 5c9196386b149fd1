import { expect, test } from "vitest";
import { requestsIn } from "@/tests/harness/net-log.ts";

const origin = `chrome-extension://${"a".repeat(32)}`;
const line = (params: object): string =>
  `${JSON.stringify({ params, phase: 1, source: { id: 1, type: 1 }, time: "1", type: 136 })},`;
const log = [
  '{"constants":{},"events":[',
  line({ initiator: origin, method: "GET", request_type: "main frame", url: "https://example.org/link" }),
  line({ initiator: "https://meet.example.com", request_type: "other", url: "https://example.org/theirs" }),
  line({ initiator: origin, request_type: "other", url: `${origin}/icons/icon-16.png` }),
  line({ initiator: origin, method: "GET", request_type: "other", url: "https://example.org/asked" }),
  line({ initiator: origin, request_type: "other", url: "https://example.org/cut" }).slice(0, -30),
].join("\n");

test("what an extension asked the network for is found in the log of a browser, also where it ends early", () => {
  expect(requestsIn(log, origin)).toEqual(["https://example.org/asked"]);
});
