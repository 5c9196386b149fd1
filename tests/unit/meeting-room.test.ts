import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomKeyOf, roomOf } from "@/lib/domain/meeting-room.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import table from "@/tests/fixtures/meeting-urls.tsv?raw";

const rows = table
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t") as [expected: string, url: string]);

const spelled = (url: string): string => {
  const room = roomOf(url);
  return room ? `${room.platform}|${room.state}|${room.key}` : "none";
};

test("the table of addresses is there", () => {
  expect(rows.length).toBeGreaterThan(70);
});

test.each(rows)("%s is %s", (expected, url) => {
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

/** Shapes of the table of sites that no row of the fixture has. */
describe("of the other sites", () => {
  const thread = "19:meeting_ZjZkY2Y3ZmQt@thread.v2";
  test.each([
    [`teams|room|teams:${thread}`, `https://teams.microsoft.com/_#/calling/${thread}`],
    [`teams|room|teams:${thread}`, `https://teams.microsoft.com/_#/modern-calling/${thread}`],
    [
      `teams|room|teams:${thread}`,
      "https://teams.live.com/l/meetup-join/19%253ameeting_ZjZkY2Y3ZmQt%2540thread.v2/0",
    ],
    ["teams|room|teams:1234567890", "https://dod.teams.microsoft.us/meet/1234567890"],
    ["teams|shell|-", "https://teams.microsoft.com/v2/"],
    ["teams|shell|-", "https://teams.cloud.microsoft/"],
    ["none", "https://teams.microsoft.com/"],
    ["none", "https://teams.microsoft.com/_#/calendarv2"],
    ["none", "https://teams.microsoft.com/meet/123"],
    ["none", "https://login.microsoftonline.com/?next=https://teams.microsoft.com/meet/1234567890123"],
    ["teams|room|-", "https://teams.live.com/light-meetings/launch?coords=%%%"],
    ["teams|room|-", `https://teams.live.com/light-meetings/launch?coords=${btoa('["x"]')}`],
    ["webex|launcher|webex:acme/m9141", "https://acme.webex.com/acme/j.php?MTID=m9141"],
    ["webex|launcher|webex:acme/carla.mendes", "https://acme.webex.com/meet/Carla.Mendes"],
    ["webex|launcher|webex:acme/carla", "https://acme.webex.com/join/carla"],
    ["webex|room|webex:acme/1a2b", "https://acme.webex.com/webappng/sites/acme/meeting/download/1a2b"],
    ["webex|shell|-", "https://web.webex.com/meetings"],
    ["none", "https://acme.webex.com/acme/globalcallin.php?MTID=m9141"],
    ["none", "https://acme.webex.com/recordingservice/sites/acme/recording/1a2b"],
    ["none", "https://acme.webex.com/webappng/sites/acme"],
    ["none", "https://acme.webex.com/meet/"],
    ["none", "https://web.webex.com/meetingcontainer/1a2b/summary"],
    ["jitsi|room|jitsi:meet.jit.si/acme/standup", "https://meet.jit.si/Acme/StandUp"],
    ["jitsi|room|jitsi:8x8.vc/acme/standup", "https://8x8.vc/acme/standup"],
    ["jitsi|room|jitsi:meet.jit.si/café", "https://meet.jit.si/Caf%C3%A9"],
    ["jitsi|ended|-", "https://meet.jit.si/static/close3.html"],
    ["none", "https://8x8.vc/acme"],
    ["none", "https://meet.jit.si/static/welcome.html"],
    ["none", "https://meet.jit.si/favicon.ico"],
    ["none", "https://whereby.com/login"],
    ["none", "https://whereby.com/information/tos"],
    ["none", "https://whereby.com/user"],
    ["none", "https://www.whereby.com/my-room"],
    ["slack|shell|slack:T01ABCDEFGH/D02ABCDEFGH", "https://app.slack.com/client/T01ABCDEFGH/D02ABCDEFGH"],
    ["slack|room|slack:T01AB/C02AB", "https://app.slack.com/client/T01AB/C02AB?huddle_thread=1"],
    ["discord|shell|discord:112233/445566", "https://canary.discord.com/channels/112233/445566"],
    ["none", "https://discord.gg/abc"],
    ["goto|room|goto:123456789", "https://app.goto.com/join/123456789"],
    ["proton|room|proton:id-AB12", "https://meet.proton.me/join/id-AB12#pwd-secret"],
    ["livekit|room|livekit:a1b2-c3d4", "https://meet.livekit.io/rooms/a1b2-c3d4"],
    ["lark|room|lark:123456789", "https://vc.larksuite.com/j/123456789"],
    ["lark|room|lark:123456789", "https://vc.feishu.cn/j/123456789"],
    ["telemost|room|telemost:1234567890", "https://telemost.yandex.ru/j/1234567890"],
    ["gather|room|gather:Ab12/office", "https://app.gather.town/app/Ab12/office"],
    ["around|room|around:carla", "https://around.co/r/carla"],
    ["riverside|room|riverside:carlas-studio", "https://riverside.fm/studio/carlas-studio?t=secret"],
    ["facetime|room|-", "https://facetime.apple.com/join#v=1&p=secret&k=secret"],
  ])("%s is %s", (expected, url) => {
    expect(spelled(url)).toBe(expected);
  });
});

describe("a link in another dress has the same key", () => {
  const behind = encodeURIComponent("https://zoom.us/j/93312345678?pwd=secret");
  const key = "zoom:93312345678";
  test.each([
    [key, `https://eur01.safelinks.protection.outlook.com/?url=${behind}&data=05%7C01`],
    [key, `https://www.google.com/url?q=${behind}&sa=D`],
    [
      key,
      `https://www.google.com/url?q=${encodeURIComponent(`https://eur01.safelinks.protection.outlook.com/?url=${behind}`)}`,
    ],
    [key, "zoommtg://zoom.us/join?action=join&confno=93312345678&pwd=secret"],
    [key, "zoomus://zoom.us/join?confno=93312345678"],
    [key, "tel:+49695050,,*01*93312345678%23"],
    [key, "tel:+496950500951,,93312345678#,,,,*123456#"],
    [key, "sip:93312345678@zoomcrc.com"],
    ["webex:acme/carla", "sip:carla@acme.webex.com"],
    ["teams:19:meeting_Zj@thread.v2", "msteams:/l/meetup-join/19%3ameeting_Zj%40thread.v2/0?context=x"],
    [
      "teams:19:meeting_Zj@thread.v2",
      "msteams://teams.microsoft.com/l/meetup-join/19:meeting_Zj@thread.v2/0",
    ],
    [null, "tel:+49695050"],
    [null, "sip:carla@webex.com.evil.example"],
    [null, `https://safelinks.protection.outlook.com.evil.example/?url=${behind}`],
    [null, "zoommtg://zoom.us/join?confno=1"],
    [null, "mailto:carla@zoom.us"],
  ])("%s of %s", (expected, link) => {
    expect(roomKeyOf(link)).toBe(expected);
  });

  test("however deep somebody wraps it, it comes to an end", () => {
    let link = "https://meet.google.com/abc-defg-hij";
    for (let n = 0; n < 30; n += 1)
      link = `https://www.google.com/url?q=${encodeURIComponent(link)}`.slice(0, 100_000);
    expect(roomKeyOf(link)).toBeNull();
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

/** The hosts on which a room of a platform may be. */
const hostsOf: Readonly<Record<string, RegExp>> = {
  meet: /^meet\.google\.com$/,
  zoom: /^([^/]*\.)?(zoom\.(us|com|com\.cn)|zoomgov\.com|zoom-x\.de)$/,
  teams: /^(teams\.(microsoft\.com|live\.com|cloud\.microsoft)|([^/]*\.)?teams\.microsoft\.us)$/,
  webex: /^([^/]*\.)?webex\.com$/,
  jitsi: /^(meet\.jit\.si|8x8\.vc)$/,
  whereby: /^([^/.]*\.)?whereby\.com$/,
  slack: /^app\.slack\.com$/,
  discord: /^((ptb|canary)\.)?discord\.com$/,
  goto: /^(meet|app)\.goto\.com$|^global\.gotomeeting\.com$/,
  chime: /^app\.chime\.aws$/,
  calvideo: /^app\.cal\.com$/,
};

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
    "teams.microsoft.com",
    "meet.jit.si",
    "whereby.com",
    "acme.webex.com",
    "app.slack.com",
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
      expect(parsed.hostname, room.platform).toMatch(hostsOf[room.platform] ?? /^$/);
      expect(room.key === "-" || room.key.startsWith(`${room.platform}:`)).toBe(true);
      expect(room.key).not.toMatch(/[?#\s\p{C}]/u);
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
