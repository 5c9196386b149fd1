import { expect, test } from "vitest";
import { noStatus, type StorageKind, type SyncProblemKind, type SyncStatus } from "@/lib/domain/space.ts";
import { asksForCode, clockOff, noticeWords, problemWords, syncView } from "@/lib/state/sync-view.ts";

const checked: SyncStatus = { ...noStatus, checkedAt: 1_000 };
const space = (
  status: Partial<SyncStatus>,
  more: { paused?: boolean; waiting?: number; storage?: { kind: StorageKind } } = {},
) => ({
  status: { ...checked, ...status },
  paused: false,
  waiting: 0,
  storage: { kind: "webdav" } as { kind: StorageKind },
  ...more,
});
const problem = (kind: SyncProblemKind, count?: number): Partial<SyncStatus> => ({
  state: "problem",
  problem: { kind, since: 1, ...(count ? { count } : {}) },
});

test.each([
  ["nothing waits", space({}), "upToDate", "well"],
  ["something waits", space({}, { waiting: 2 }), "sending", "well"],
  ["it is tried again by itself", space({ state: "waiting", retryAt: 9 }), "sending", "well"],
  ["it is under way", space({ state: "syncing" }), "syncing", "well"],
  ["it is under way for the first time", space({ state: "syncing", checkedAt: null }), "first", "well"],
  ["it was never looked at", space({ checkedAt: null }), "first", "well"],
  ["it rests", space(problem("refused"), { paused: true }), "paused", "wait"],
  ["the network is away", space({ ...problem("offline"), state: "waiting" }), "offline", "wait"],
  ["the login is refused", space(problem("refused")), "refused", "problem"],
  ["it is tried again", space({ ...problem("refused"), state: "syncing" }), "syncing", "well"],
])("where %s, it says so", (_, shown, words, tone) => {
  expect(syncView(shown)).toMatchObject({ words, tone });
});

test.each([
  ["refused", "login"],
  ["removed", "stop"],
  ["asksAboutEmpty", "refill"],
  ["notAllowed", "allow"],
  ["offline", "now"],
  ["full", "now"],
  ["notStorage", "now"],
] as const)("the first thing to do about %s is %s", (kind, act) => {
  expect(syncView(space(problem(kind))).acts[0]).toBe(act);
});

test.each([
  ["s3", "refused", "keyRefused", "key"],
  ["s3", "notStorage", "notBucket", "now"],
  ["s3", "offline", "offline", "now"],
  ["folder", "notAllowed", "folderNotAllowed", "allow"],
  ["folder", "notStorage", "folderGone", "now"],
  ["folder", "busy", "folderBusy", "now"],
  ["folder", "full", "full", "now"],
] as const)("on %s, %s is called %s", (kind, what, words, act) => {
  const view = syncView(space(problem(what), { storage: { kind } }));
  expect([view.words, view.acts[0]]).toEqual([words, act]);
  expect(problemWords(what, kind)).toBe(words);
});

test("a folder that the browser asks for again says so, though nothing was tried since; paused it rests", () => {
  const lapsed = (paused: boolean) =>
    syncView({ ...space({ state: "syncing" }, { paused, storage: { kind: "folder" } }), lapsed: true });
  expect(lapsed(false)).toMatchObject({ words: "folderNotAllowed", acts: ["allow"], tone: "problem" });
  expect(lapsed(true)).toMatchObject({ words: "paused" });
});

test("what cannot be read is counted", () => {
  expect(syncView(space(problem("missing", 3)))).toMatchObject({ count: 3, tone: "wait" });
});

test.each([
  [null, null],
  [119_000, null],
  [-119_000, null],
  [180_000, { way: "ahead", unit: "minutes", amount: 3 }],
  [-3 * 3_600_000, { way: "behind", unit: "hours", amount: 3 }],
  [49 * 3_600_000, { way: "ahead", unit: "days", amount: 2 }],
])("a clock that is %s ms ahead", (aheadMs, expected) => {
  expect(clockOff(aheadMs)).toEqual(expected);
});

test("a notice says which way a clock is off and how a storage was healed", () => {
  const notice = { id: "1", at: 1 };
  expect(noticeWords({ ...notice, kind: "clock", aheadMs: -1 })).toBe("clockBehind");
  expect(noticeWords({ ...notice, kind: "clock", aheadMs: 1 })).toBe("clockAhead");
  expect(noticeWords({ ...notice, kind: "healed", how: "rolledBack" })).toBe("rolledBack");
  expect(noticeWords({ ...notice, kind: "withheld", count: 1 })).toBe("withheld");
});

test("the code is asked for once a week until it is confirmed, and not right after it was shown", () => {
  const [hour, day] = [3_600_000, 86_400_000];
  const unconfirmed = { codeConfirmedAt: null, since: 0 };
  expect(asksForCode(null, 0, 30 * day)).toBe(false);
  expect(asksForCode({ ...unconfirmed, codeConfirmedAt: 5 }, 0, 30 * day)).toBe(false);
  expect(asksForCode({ codeConfirmedAt: null, since: 30 * day }, 0, 30 * day + hour / 2)).toBe(false);
  expect(asksForCode(unconfirmed, 0, 30 * day)).toBe(true);
  expect(asksForCode(unconfirmed, 29 * day, 30 * day)).toBe(false);
  expect(asksForCode(unconfirmed, 22 * day, 30 * day)).toBe(true);
});
