import { expect, test } from "vitest";
import type { Calls, SeenCall } from "@/lib/browser/call-store.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { closed, remembered } from "@/lib/domain/room-memory.ts";
import { callAmong } from "@/lib/state/current-call.ts";

const minute = 60_000;
const start = 1_000_000_000;
const meet = "https://meet.google.com/abc-defg-hij";
const zoomJoin = "https://app.zoom.us/wc/81234567890/join";
const zoomLeave = "https://app.zoom.us/wc/leave?meetingId=81234567890";
const zoomLauncher = "https://zoom.us/j/81234567890";
const teamsInside = "https://teams.microsoft.com/v2/";
const elsewhere = "https://example.org/";

/** Tabs that go from page to page, as the background sees them. */
function tabs() {
  const calls: Calls = { seen: [], said: [] };
  const change = (tabId: number, made: (before: SeenCall | undefined) => SeenCall | undefined): void => {
    const before = calls.seen.find((each) => each.tabId === tabId);
    const after = made(before);
    calls.seen = [...calls.seen.filter((each) => each !== before), ...(after ? [after] : [])];
  };
  return {
    calls,
    shows(
      tabId: number,
      url: string,
      at: number,
      { audible = false, meetingId = null as string | null } = {},
    ) {
      change(tabId, (before) => {
        const memory = remembered(before?.memory, { room: roomOf(url), audible, at });
        return (
          memory && { tabId, open: true, audible, memory, meetingId: meetingId ?? before?.meetingId ?? null }
        );
      });
    },
    closes(tabId: number) {
      change(tabId, (before) => {
        const memory = before && closed(before.memory);
        return before && memory && { ...before, open: false, memory };
      });
    },
    now: (at: number) => callAmong(calls, at),
  };
}

test("none is going on where nothing was seen", () => {
  expect(tabs().now(start)).toBeNull();
});

test("from the room on until the ended page", () => {
  const { shows, now } = tabs();
  shows(1, zoomJoin, start, { meetingId: "m1" });
  expect(now(start)).toEqual({ sinceAt: start, platform: "zoom", meetingId: "m1" });
  shows(1, zoomJoin, start + 40 * minute);
  expect(now(start + 40 * minute)).toEqual({ sinceAt: start, platform: "zoom", meetingId: "m1" });
  shows(1, zoomLeave, start + 41 * minute);
  expect(now(start + 41 * minute)).toBeNull();
});

test("not after its tab was closed, and a minute after it went elsewhere", () => {
  const { shows, closes, now } = tabs();
  shows(1, meet, start);
  closes(1);
  expect(now(start + 1)).toBeNull();

  shows(2, meet, start);
  shows(2, elsewhere, start + 5 * minute);
  shows(2, elsewhere, start + 7 * minute);
  expect(now(start + 7 * minute)).toBeNull();
});

test("left and joined again it is a call of its own", () => {
  const { shows, now } = tabs();
  shows(1, zoomJoin, start);
  shows(1, zoomLeave, start + 10 * minute);
  shows(1, zoomJoin, start + 12 * minute);
  expect(now(start + 13 * minute)).toMatchObject({ sinceAt: start + 12 * minute });
});

test("of two the one that began last, and the other one when that is over", () => {
  const { shows, now } = tabs();
  shows(1, meet, start, { meetingId: "m1" });
  shows(2, zoomJoin, start + 5 * minute, { meetingId: "m2" });
  shows(1, meet, start + 6 * minute);
  expect(now(start + 6 * minute)).toMatchObject({ platform: "zoom", meetingId: "m2" });
  shows(2, zoomLeave, start + 7 * minute);
  expect(now(start + 7 * minute)).toMatchObject({ platform: "meet", meetingId: "m1" });
});

test("it is the meeting that was chosen for it, before the one that it was taken for", () => {
  const { calls, shows, now } = tabs();
  shows(1, meet, start, { meetingId: "taken for" });
  const said = { tabId: 1, of: "meet:abc-defg-hij", notes: true, wrapUp: false, at: start + 1 };
  calls.said = [
    { ...said, sinceAt: start - minute, meetingId: "of the call before" },
    { ...said, sinceAt: start, meetingId: "chosen" },
  ];
  expect(now(start + minute)).toMatchObject({ meetingId: "chosen" });
});

test("in its application: for an hour, as long as the page that opened it is there", () => {
  const { shows, closes, now } = tabs();
  shows(1, zoomLauncher, start);
  expect(now(start + 59 * minute)).toMatchObject({ platform: "zoom" });
  expect(now(start + 61 * minute)).toBeNull();
  closes(1);
  // Of a page that is gone nothing is known any more.
  expect(now(start + minute)).toBeNull();
});

test("a page that names no room is none until it plays sound or has been open for a while", () => {
  const { shows, now } = tabs();
  shows(1, teamsInside, start);
  expect(now(start + 1_000)).toBeNull();
  shows(1, teamsInside, start + 2_000, { audible: true });
  expect(now(start + 2_000)).toMatchObject({ platform: "teams", meetingId: null });
  shows(1, teamsInside, start + minute);
  expect(now(start + minute)).toMatchObject({ platform: "teams" });
});
