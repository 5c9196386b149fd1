import { describe, expect, test } from "vitest";
import { linkFrom } from "@/lib/db/link-input.ts";
import { roomKeyOf } from "@/lib/domain/meeting-room.ts";
import { withoutPasscode } from "@/lib/domain/room-link.ts";

const zoom = "https://zoom.us/j/93312345678?pwd=secret";
const safe = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(zoom)}&data=05`;
const launcher = `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent("/_#/meet/1234567890123?p=secret")}&type=meet`;

describe("no passcode stays in the link of a room", () => {
  test.each([
    ["zoom:93312345678", zoom],
    ["zoom:93312345678", safe],
    ["zoom:93312345678", `https://www.google.com/url?q=${encodeURIComponent(safe)}`],
    ["zoom:93312345678", "zoommtg://zoom.us/join?confno=93312345678&pwd=secret"],
    ["teams:1234567890123", "https://teams.cloud.microsoft/meet/1234567890123?p=secret"],
    ["teams:1234567890123", "https://gov.teams.microsoft.us/meet/1234567890123?p=secret"],
    ["teams:1234567890123", "https://teams.microsoft.com/v2/?meetingjoin=true#/meet/1234567890123?p=secret"],
    ["teams:1234567890123", launcher],
    ["whereby:my-room", "https://whereby.com/my-room?roomKey=secret"],
    ["proton:id-ABC", "https://meet.proton.me/join/id-ABC#pwd-secret"],
  ])("%s from %s", (key, link) => {
    const kept = linkFrom(link) ?? "";
    expect(kept).toMatch(/^https:/);
    expect(decodeURIComponent(kept)).not.toContain("secret");
    expect(withoutPasscode(kept)).toBe(kept);
    expect(roomKeyOf(kept)).toBe(key);
  });

  test("a link without one is left as it is", () => {
    const plain = "https://meet.google.com/abc-defg-hij?authuser=1";
    expect(withoutPasscode(plain)).toBe(plain);
    expect(withoutPasscode("not a link")).toBe("not a link");
  });
});
