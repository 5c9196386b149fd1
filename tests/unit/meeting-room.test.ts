import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { platformName, roomKeyOf, roomOf } from "@/lib/domain/meeting-room.ts";
import table from "@/tests/fixtures/meeting-urls.tsv?raw";

/** Rows of other platforms wait in the table until those are built; rows that are no room must be none already. */
const built = new Set(["meet", "zoom", "none"]);

const rows = table
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t") as [expected: string, url: string]);
const rowsOfBuilt = rows.filter(([expected]) => built.has(expected.split("|")[0] ?? ""));

const spelled = (url: string): string => {
  const room = roomOf(url);
  return room ? `${room.platform}|${room.state}|${room.key}` : "none";
};

test("the table of addresses is there", () => {
  expect(rows.length).toBeGreaterThan(70);
  expect(rowsOfBuilt.length).toBeGreaterThan(40);
});

test.each(rowsOfBuilt)("%s is %s", (expected, url) => {
  expect(spelled(url)).toBe(expected);
});

const meet = "meet|room|meet:abc-defg-hij";
const zoom = "zoom|launcher|zoom:93312345678";

describe("one room has one key", () => {
  test.each([
    [meet, "https://meet.google.com/_meet/abc-defg-hij"],
    [meet, "https://MEET.google.com/abc-defg-hij#fragment"],
    [meet, "https://meet.google.com:443/abc-defg-hij"],
    [meet, "https://meet.google.com//abc-defg-hij"],
    [meet, "  https://meet.google.com/abc-defg-hij\n"],
    [zoom, "https://zoom.us/j/93312345678?pwd=Zm9v.1#success"],
    [zoom, "https://acme.zoomgov.com/j/93312345678"],
    [zoom, "https://us02web.zoom.us/j/93312345678/"],
    ["zoom|room|zoom:93312345678", "https://app.zoom.us/wc/93312345678/join?pwd=x"],
    ["zoom|launcher|zoom:acme.zoom.us/carla.mendes", "https://acme.zoom.us/my/Carla.Mendes"],
  ])("%s is %s", (expected, url) => {
    expect(spelled(url)).toBe(expected);
  });

  test("in which no passcode stands", () => {
    expect(roomKeyOf("https://zoom.us/j/93312345678?pwd=secret")).toBe("zoom:93312345678");
    expect(roomKeyOf("https://app.zoom.us/wc/leave")).toBeNull();
    expect(roomKeyOf("https://example.org/")).toBeNull();
  });
});

describe("what looks like a room is none", () => {
  test.each([
    ["a host that begins like it", "https://meet.google.com.evil.example/abc-defg-hij"],
    ["a host that ends like it", "https://evilmeet.google.com/abc-defg-hij"],
    ["a host that ends like it without a dot", "https://notzoom.us/j/93312345678"],
    ["the host as a name below another", "https://zoom.us.evil.example/j/93312345678"],
    ["the host in the path", "https://evil.example/meet.google.com/abc-defg-hij"],
    ["the host in the query", "https://evil.example/?u=https://meet.google.com/abc-defg-hij"],
    ["the host as a user", "https://meet.google.com@evil.example/abc-defg-hij"],
    ["a user before the host", "https://you@meet.google.com/abc-defg-hij"],
    ["a password before the host", "https://you:me@zoom.us/j/93312345678"],
    ["a backslash that ends the host", "https://evil.example\\@meet.google.com/abc-defg-hij"],
    ["another port", "https://meet.google.com:8443/abc-defg-hij"],
    ["no encryption", "http://zoom.us/j/93312345678"],
    ["another scheme", "ftp://meet.google.com/abc-defg-hij"],
    ["a script", "javascript:location='https://meet.google.com/abc-defg-hij'"],
    ["a view of the source", "view-source:https://meet.google.com/abc-defg-hij"],
    ["a blob of the host", "blob:https://meet.google.com/abc-defg-hij"],
    ["data", "data:text/html,https://zoom.us/j/93312345678"],
    ["Cyrillic letters in the host", "https://mееt.google.com/abc-defg-hij"],
    ["full-width letters in another host", "https://ｚｏｏｍ.us.example/j/93312345678"],
    ["a dot at the end of the host", "https://meet.google.com./abc-defg-hij"],
    ["a code of another shape", "https://meet.google.com/abcd-efg-hij"],
    ["a code with digits", "https://meet.google.com/abc-d3fg-hij"],
    ["a lookup of nothing", "https://meet.google.com/lookup/"],
    ["a number that is too short", "https://zoom.us/j/12345678"],
    ["a number that is too long", "https://zoom.us/j/123456789012"],
    ["a number in other digits", "https://zoom.us/j/٩٣٣١٢٣٤٥٦٧٨"],
    ["an address that is too long", `https://meet.google.com/abc-defg-hij?x=${"x".repeat(5_000)}`],
    ["nothing", ""],
    ["a path alone", "/j/93312345678"],
  ])("%s", (_, url) => {
    expect(roomOf(url)).toBeNull();
  });
});

test("10,000 mutated addresses: never an error, never a room on a foreign host", () => {
  const signs = [
    "https://",
    "http://",
    "//",
    "\\",
    "@",
    ":",
    "#",
    "?",
    "/",
    "%2F",
    "%40",
    "%00",
    "\t",
    "\n",
    "\0",
  ];
  const hosts = [
    ".",
    "..",
    "evil.example",
    ".evil.example",
    "meet.google.com",
    "zoom.us",
    "acme.zoom.us",
    "zoom.us.",
  ];
  const paths = ["abc-defg-hij", "93312345678", "/j/", "/wc/join/", "/_meet/", "/lookup/", "/my/"];
  const letters = ["xn--", "ﬀ", "。", "ı", "\u{1F600}", "\uD800"];
  const pieces = [...signs, ...hosts, ...paths, ...letters];
  const edit = fc.record({
    at: fc.nat(120),
    cut: fc.nat(6),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })),
  });
  const mutated = fc
    .tuple(fc.constantFrom(...rows.map(([, url]) => url)), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([url, edits]) =>
      edits.reduce((text, { at, cut, put }) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + cut);
      }, url),
    );
  let rooms = 0;
  fc.assert(
    fc.property(mutated, (url) => {
      const room = roomOf(url);
      if (!room) return;
      rooms += 1;
      const parsed = new URL(url);
      expect(parsed.protocol).toBe("https:");
      expect(parsed.port + parsed.username + parsed.password).toBe("");
      expect(parsed.hostname).toMatch(
        room.platform === "meet"
          ? /^meet\.google\.com$/
          : /^([^/]*\.)?(zoom\.(us|com|com\.cn)|zoomgov\.com|zoom-x\.de)$/,
      );
      expect(room.key === "-" || room.key.startsWith(`${room.platform}:`)).toBe(true);
      expect(room.key).not.toMatch(/[?#]|pwd|[A-Z]/);
    }),
    { numRuns: 10_000 },
  );
  // If hardly any mutation were a room, the test would say little.
  expect(rooms).toBeGreaterThan(100);
});

test.each([
  ["meet", "Google Meet"],
  ["zoom", "Zoom"],
  ["unheard-of", "unheard-of"],
])("people know %s as %s", (platform, name) => {
  expect(platformName(platform)).toBe(name);
});
