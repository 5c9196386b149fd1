import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import {
  closed,
  isInCall,
  nextLookAt,
  offerOf,
  remembered,
  type Sight,
  type TabMemory,
} from "@/lib/domain/room-memory.ts";

const seconds = 1_000;
const teamsLink = "https://teams.microsoft.com/meet/1234567890123?p=secret";
const teamsInside = "https://teams.microsoft.com/v2/";
const zoomJoin = "https://app.zoom.us/wc/81234567890/join";
const zoomLeave = "https://app.zoom.us/wc/leave?meetingId=81234567890";
const meet = "https://meet.google.com/abc-defg-hij";
const elsewhere = "https://example.org/";

/** `null` stands for an address that we may not know. */
const sight = (url: string | null, at: number, audible = false): Sight => ({
  room: url === null ? undefined : roomOf(url),
  audible,
  at,
});

/** A tab that shows each address for some seconds. */
function walk(...pages: readonly [url: string | null, forSeconds: number][]): TabMemory | undefined {
  let memory: TabMemory | undefined;
  let at = 1_000_000;
  for (const [url, forSeconds] of pages) {
    memory = remembered(memory, sight(url, at));
    at += forSeconds * seconds;
    memory = remembered(memory, sight(url, at));
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
    expect(remembered(memory, sight(elsewhere, at))).toBeUndefined();
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
  const look = (url: string | null) => remembered(undefined, sight(url, at));

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
        memory = remembered(memory, sight(url, at));
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

describe("where the address may not be known", () => {
  test("a call that was seen goes on, however the tab is called now", () => {
    expect(walk([meet, 5], [null, 300])).toMatchObject({ key: "meet:abc-defg-hij", state: "room" });
  });

  test("sound is a sign of life, and ten silent minutes are the end", () => {
    const memory = walk([meet, 5]);
    const at = (memory?.seenAt ?? 0) + 9 * 60_000;
    const heard = remembered(memory, sight(null, at, true));
    expect(heard).toMatchObject({ state: "room", seenAt: at });
    expect(remembered(heard, sight(null, at + 9 * 60_000))?.state).toBe("room");
    expect(remembered(heard, sight(null, at + 11 * 60_000))?.state).toBe("left");
  });
});

describe("a tab that is closed", () => {
  test("ends its call", () => {
    const memory = walk([meet, 900]);
    expect(memory && closed(memory)).toMatchObject({ state: "left", key: "meet:abc-defg-hij" });
    expect(offerOf(memory && closed(memory), { audible: false, at: 0 })).toBe("wrapUp");
  });

  test("was no call if it was only glanced at", () => {
    const memory = walk([meet, 3]);
    expect(offerOf(memory && closed(memory), { audible: false, at: 0 })).toBeNull();
  });

  test("says nothing of the application that it opened", () => {
    const memory = walk(["https://zoom.us/j/93312345678", 900]);
    expect(memory && closed(memory)).toBeUndefined();
  });
});

describe("in a call", () => {
  const at = 1_000_000;
  test.each([
    ["a room", meet, 30, true],
    ["a link that opened an application, for an hour", "https://zoom.us/j/93312345678", 59 * 60, true],
    ["the same a while later", "https://zoom.us/j/93312345678", 61 * 60, false],
    ["an application's page that was just opened", teamsInside, 5, false],
    ["the same after a while", teamsInside, 16, true],
  ])("%s", (_, url, after, expected) => {
    const memory = remembered(undefined, sight(url, at));
    expect(memory && isInCall(memory, { audible: false, at: at + after * seconds })).toBe(expected);
  });

  test("it is over with its end", () => {
    const memory = walk([zoomJoin, 900], [zoomLeave, 1]);
    expect(memory && isInCall(memory, { audible: true, at })).toBe(false);
  });
});

test("a tab is looked at again when time alone can change what it means", () => {
  const at = 1_000_000;
  const inside = remembered(undefined, sight(teamsInside, at));
  expect(inside && nextLookAt(inside, { audible: false, at })).toBe(at + 15 * seconds);
  const room = remembered(undefined, sight(meet, at));
  expect(room && nextLookAt(room, { audible: false, at })).toBeNull();
  expect(room && nextLookAt(room, { audible: false, at: at + 5 * seconds })).toBe(at + 61 * seconds);
});
