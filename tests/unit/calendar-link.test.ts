import { describe, expect, test } from "vitest";
import { calendarAddressFrom, hostOf } from "@/lib/domain/calendar-address.ts";
import { siteOf } from "@/lib/domain/site.ts";
import { nextReadAt, retryAfterOf } from "@/lib/domain/calendar-due.ts";
import { linksIn, roomLinkOf } from "@/lib/domain/calendar-link.ts";
import { unwrappedLink } from "@/lib/domain/rooms/unwrapped-link.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { zoneNamed } from "@/lib/domain/zone-name.ts";

const meet = "https://meet.google.com/abc-defg-hij";
const zoom = "https://us05web.zoom.us/j/81234567890";
const safe = (link: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05`;
const google = (link: string): string => `https://www.google.com/url?q=${encodeURIComponent(link)}&sa=D`;

describe("the link behind a link", () => {
  test.each([
    ["is itself where nothing is around it", meet, meet],
    ["is found in SafeLinks", safe(meet), meet],
    ["is found in Google's redirect", google(meet), meet],
    ["is found in both", safe(google(safe(meet))), meet],
    [
      "is not looked for on a look-alike host",
      `https://safelinks.protection.outlook.com.evil.example/?url=${meet}`,
      null,
    ],
    ["is not looked for in other paths of Google", `https://www.google.com/search?q=${meet}`, null],
    ["is none where it is no address", "not a link", null],
  ])("%s", (_, link, behind) => {
    expect(unwrappedLink(link)).toBe(behind ?? link);
  });

  test("is given up after five layers", () => {
    const wrapped = Array.from({ length: 8 }).reduce<string>((link) => safe(link), meet);
    expect(unwrappedLink(wrapped)).not.toBe(meet);
    expect(unwrappedLink(wrapped)).toContain("safelinks");
  });
});

test.each([
  [`Join: ${meet}.`, [meet]],
  [`(${meet})`, [meet]],
  [`<${meet}>; or ${zoom}!?`, [meet, zoom]],
  [`${meet}%3E`, [meet]],
  [`<a href="${meet}?a=1&amp;b=2">x</a>`, [`${meet}?a=1&b=2`]],
  ["zoommtg://zoom.us/join?confno=81234567890,", ["zoommtg://zoom.us/join?confno=81234567890"]],
  ["no link at 10:30 here", []],
])("links in %j", (text, links) => {
  expect(linksIn(text)).toEqual(links);
});

describe("where an event is joined", () => {
  test.each([
    ["URL before all", { url: meet, conference: zoom, location: zoom, description: zoom }, meet],
    ["what the calendar calls the conference", { conference: meet, location: zoom }, meet],
    ["LOCATION before DESCRIPTION", { location: `Room 3, ${zoom}`, description: meet }, zoom],
    ["DESCRIPTION at last", { url: "https://agenda.example/x", location: "Online", description: meet }, meet],
    ["the longest in a field", { location: `${meet} ${zoom}?uname=Carla` }, `${zoom}?uname=Carla`],
    ["no passcode", { location: `${zoom}?pwd=secret` }, zoom],
    [
      "a site that is not known, in a field for it",
      { location: "https://rooms.example/42" },
      "https://rooms.example/42",
    ],
    ["no such site in a description", { description: "https://rooms.example/42" }, null],
    ["nothing", { location: "Café" }, null],
    ["no name and password in an address", { url: "https://carla:pw@rooms.example/42" }, null],
    ["nothing that is no web address", { url: "javascript:alert(1)" }, null],
  ])("%s", (_, fields, roomUrl) => {
    expect(roomLinkOf(fields).roomUrl).toBe(roomUrl);
  });

  test("a room of a known site has its key", () => {
    expect(roomLinkOf({ description: safe(meet) }).roomKey).toBe("meet:abc-defg-hij");
    expect(roomLinkOf({ url: "https://rooms.example/42" }).roomKey).toBeNull();
  });
});

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ['"eastern standard time"', "America/New_York"],
  ["/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["tzone://Microsoft/Utc", "UTC"],
  ["Customized Time Zone", null],
  ["+01:00", null],
  ["", null],
])("the zone %j is %s", (name, zone) => {
  expect(zoneNamed(name)).toBe(zone);
});

describe("the address of a calendar", () => {
  test.each([
    [" webcal://p1.example.com/x#y ", "https://p1.example.com/x"],
    ["https://example.com/basic.ics?key=1", "https://example.com/basic.ics?key=1"],
  ])("%j", (typed, address) => {
    expect(calendarAddressFrom(typed)).toBe(address);
  });

  test.each(["http://example.com/x.ics", "https://me:pw@example.com/x", "example", "", "file:///etc/passwd"])(
    "not %j",
    (typed) => expect(() => calendarAddressFrom(typed)).toThrow(new UserError("badCalendarAddress")),
  );

  test("only its site is asked for, and shown", () => {
    expect(siteOf("https://example.com:8443/secret.ics")).toBe("https://example.com/*");
    expect(hostOf("https://example.com/secret.ics")).toBe("example.com");
  });
});

describe("when a calendar is asked for next", () => {
  const minute = 60_000;
  test.each([
    ["half an hour after it was read", 0, null, null, 30],
    ["half an hour after the first failure", 1, "serverError", null, 30],
    ["later after each", 3, "unreachable", null, 120],
    ["never later than half a day", 40, "unreachable", null, 720],
    ["not before the server says", 1, "busy", 90 * minute, 90],
    ["not in a year, though the server says so", 1, "busy", 1e12, 1_440],
    ["seldom where somebody has to do something", 1, "loginPage", null, 720],
  ] as const)("%s", (_, failures, problem, retryAfterMs, minutes) => {
    expect(nextReadAt(0, failures, problem, retryAfterMs)).toBe(minutes * minute);
  });

  test.each([
    ["120", 120_000],
    ["Thu, 01 Jan 1970 00:01:00 GMT", 60_000],
    ["Thu, 01 Jan 1960 00:00:00 GMT", 0],
    ["soon", null],
    [null, null],
  ])("Retry-After %j", (header, ms) => {
    expect(retryAfterOf(header, 0)).toBe(ms);
  });
});
