import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerOf, remembered, type TabMemory } from "@/lib/domain/room-memory.ts";

const seconds = 1_000;
const teamsLink = "https://teams.microsoft.com/meet/1234567890123?p=secret";
const teamsInside = "https://teams.microsoft.com/v2/";
const zoomJoin = "https://app.zoom.us/wc/81234567890/join";
const zoomLeave = "https://app.zoom.us/wc/leave?meetingId=81234567890";
const meet = "https://meet.google.com/abc-defg-hij";
const elsewhere = "https://example.org/";

/** A tab that shows each address for some seconds. */
function walk(...pages: readonly [url: string | null, forSeconds: number][]): TabMemory | undefined {
  let memory: TabMemory | undefined;
  let at = 1_000_000;
  for (const [url, forSeconds] of pages) {
    memory = remembered(memory, { url, audible: false, at });
    at += forSeconds * seconds;
    memory = remembered(memory, { url, audible: false, at });
  }
  return memory;
}

describe("a tab remembers the room that it came through", () => {
  test("when Teams drops the id from the address", () => {
    expect(walk([teamsLink, 5], [teamsInside, 600])).toMatchObject({
      key: "teams:1234567890123",
      state: "shell",
    });
  });

  test("when Zoom goes through pages that are none while joining", () => {
    expect(walk([zoomJoin, 3], ["https://app.zoom.us/wc-loading/x", 10], [zoomJoin, 60])).toMatchObject({
      key: "zoom:81234567890",
      state: "room",
      sinceAt: 1_000_000,
    });
  });

  test("and another room takes its place", () => {
    expect(walk([teamsLink, 5], [meet, 5])).toMatchObject({ key: "meet:abc-defg-hij", state: "room" });
    expect(walk([meet, 5], ["https://meet.google.com/xyz-abcd-efg", 5])?.key).toBe("meet:xyz-abcd-efg");
  });

  test("but not the one of another platform", () => {
    expect(walk([meet, 5], [teamsInside, 5])).toMatchObject({ platform: "teams", key: null });
  });

  test("for twelve hours at most", () => {
    const memory = walk([meet, 5]);
    const at = (memory?.seenAt ?? 0) + 13 * 3_600_000;
    expect(remembered(memory, { url: elsewhere, audible: false, at })).toBeUndefined();
  });
});

describe("a call is over", () => {
  test("when its page says so", () => {
    const memory = walk([zoomJoin, 900], [zoomLeave, 1]);
    expect(memory).toMatchObject({ key: "zoom:81234567890", state: "ended" });
    expect(offerOf(memory, { audible: false, at: 0 })).toBe("wrapUp");
  });

  test("when the tab was elsewhere for more than a minute, not before", () => {
    expect(walk([meet, 900], [elsewhere, 50])?.state).toBe("room");
    expect(walk([meet, 900], [elsewhere, 61])?.state).toBe("left");
  });

  test("and goes on when the tab comes back", () => {
    expect(walk([meet, 900], [elsewhere, 90], [meet, 1])).toMatchObject({
      state: "room",
      key: "meet:abc-defg-hij",
    });
  });

  test("is nothing to offer where no call was seen before", () => {
    expect(walk([zoomLeave, 5])).toBeUndefined();
    expect(offerOf(undefined, { audible: true, at: 0 })).toBeNull();
  });
});

describe("notes are offered", () => {
  const at = 1_000_000;
  const look = (url: string | null) => remembered(undefined, { url, audible: false, at });

  test.each([
    ["a room, at once", meet, 0, false, "notes"],
    ["a launcher, at once", "https://zoom.us/j/93312345678", 0, false, "notes"],
    ["a page that names no room, not at once", teamsInside, 5, false, null],
    ["a page that names no room, when it plays sound", teamsInside, 5, true, "notes"],
    ["a page that names no room, after a while", teamsInside, 15, false, "notes"],
    ["something else, never", elsewhere, 60, true, null],
    ["an address that we may not know, never", null, 60, true, null],
  ] as const)("on %s", (_, url, after, audible, offer) => {
    expect(offerOf(look(url), { audible, at: at + after * seconds })).toBe(offer);
  });
});

test("whatever a tab goes through, the memory holds no secret and never goes back in time", () => {
  const pages = fc.constantFrom(teamsLink, teamsInside, zoomJoin, zoomLeave, meet, elsewhere, null);
  fc.assert(
    fc.property(fc.array(fc.tuple(pages, fc.nat(200)), { maxLength: 20 }), (steps) => {
      let memory: TabMemory | undefined;
      let at = 1_000_000;
      for (const [url, wait] of steps) {
        memory = remembered(memory, { url, audible: false, at });
        if (memory) {
          expect(memory.sinceAt).toBeLessThanOrEqual(memory.seenAt);
          expect(memory.seenAt).toBeLessThanOrEqual(at);
          expect(JSON.stringify(memory)).not.toContain("secret");
        }
        at += wait * seconds;
      }
    }),
  );
});
