import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { isAbout } from "@/lib/domain/room-use.ts";
import { ownRoomOf } from "@/lib/domain/rooms/own-room.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import { callSites } from "@/lib/domain/rooms/sites.ts";
import { repositoryRoot } from "@/tests/harness/folders.ts";

/** As browsers match: https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
function matches(pattern: string, url: string): boolean {
  const host = /^https:\/\/(.+)\/\*$/.exec(pattern)?.[1] ?? "";
  const { protocol, hostname } = new URL(url);
  const domain = host.replace(/^\*\./, "");
  const below = host.startsWith("*.") && hostname.endsWith(`.${domain}`);
  return protocol === "https:" && (hostname === domain || below);
}

const fixtures = readFileSync(join(repositoryRoot, "tests/fixtures/meeting-urls.tsv"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t") as [expected: string, url: string]);

describe("the sites that the browser is asked for", () => {
  test.each(fixtures.filter(([expected]) => expected !== "none"))("cover %s at %s", (expected, url) => {
    const site = callSites.find(({ platform }) => platform === expected.split("|")[0]);
    expect(site?.origins.some((origin) => matches(origin, url))).toBe(true);
  });

  test.each(callSites.flatMap(({ platform, origins }) => origins.map((origin) => [platform, origin])))(
    "%s: %s is one host of a known platform, over https",
    (platform, origin) => {
      expect(origin).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
      expect(platformName(platform ?? "")).not.toBe(platform);
    },
  );
});

describe("a page that a person says is a room", () => {
  test.each([
    ["https://own.example/team/room-7?token=a#b", "other:own.example/team/room-7"],
    ["https://own.example:8443/r/7/", "other:own.example:8443/r/7"],
    ["http://own.example/r", null],
    ["chrome://extensions", null],
    ["https://me:pw@own.example/r", null],
    [`https://own.example/${"a".repeat(400)}`, null],
    ["nonsense", null],
  ])("%s is %s", (url, key) => {
    expect(ownRoomOf(url)?.key ?? null).toBe(key);
  });

  test("is none of the known sites by itself", () => {
    expect(roomOf("https://own.example/team/room-7")).toBeNull();
  });
});

describe("a meeting is about now", () => {
  const meeting = {
    startsOn: "2026-11-24",
    startsTime: "15:00",
    timeZone: "Europe/Berlin",
    plannedMinutes: 45,
  };
  const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+01:00`);
  test.each([
    ["11:59", false],
    ["12:01", true],
    ["15:30", true],
    ["17:44", true],
    ["17:46", false],
  ])("at %s: %s", (time, expected) => {
    expect(isAbout(meeting, at(time))).toBe(expected);
  });

  test("as long as its notes run", () => {
    expect(isAbout({ ...meeting, startedAt: at("15:00") }, at("23:00"))).toBe(true);
    expect(isAbout({ ...meeting, startedAt: at("15:00"), endedAt: at("16:00") }, at("23:00"))).toBe(false);
  });
});
