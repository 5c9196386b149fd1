import { decoded, isName, type Room, segmentsOf, unnamed } from "./room.ts";

/** Sites on which a fixed path is followed by the room: `/meetings/ID`. */
interface PathSite {
  platform: string;
  hosts: readonly string[];
  /** What stands before the room. */
  path: readonly string[];
  /** Segments that make up the room; one unless said. */
  length?: number;
  state?: Room["state"];
  /** Capital letters make no difference. */
  lower?: boolean;
}

const sites: readonly PathSite[] = [
  { platform: "goto", hosts: ["meet.goto.com"], path: [], lower: true },
  { platform: "goto", hosts: ["app.goto.com"], path: ["meeting"], lower: true },
  { platform: "goto", hosts: ["app.goto.com"], path: ["join"], lower: true },
  { platform: "goto", hosts: ["global.gotomeeting.com"], path: ["join"], lower: true, state: "launcher" },
  { platform: "chime", hosts: ["app.chime.aws"], path: ["meetings"] },
  { platform: "calvideo", hosts: ["app.cal.com"], path: ["video"] },
  { platform: "proton", hosts: ["meet.proton.me"], path: ["join"] },
  { platform: "livekit", hosts: ["meet.livekit.io"], path: ["rooms"] },
  { platform: "tencent", hosts: ["meeting.tencent.com", "voovmeeting.com"], path: ["dm"] },
  { platform: "tencent", hosts: ["meeting.tencent.com", "voovmeeting.com"], path: ["p"] },
  { platform: "lark", hosts: ["vc.larksuite.com", "vc.feishu.cn"], path: ["j"] },
  { platform: "telemost", hosts: ["telemost.yandex.ru"], path: ["j"] },
  { platform: "gather", hosts: ["app.gather.town"], path: ["app"], length: 2 },
  { platform: "around", hosts: ["around.co"], path: ["r"] },
  { platform: "riverside", hosts: ["riverside.fm"], path: ["studio"] },
];

export const pathHosts: readonly string[] = [
  ...new Set(sites.flatMap(({ hosts }) => hosts)),
  "facetime.apple.com",
];

/** A room of one of the sites whose addresses are as simple as that. */
export function pathRoom(url: URL): Room | null {
  const segments = segmentsOf(url).map((segment) => decoded(segment));
  // What stands behind `#` is the key to the call: it is never read.
  if (url.hostname === "facetime.apple.com") {
    return segments[0] === "join" && segments.length === 1
      ? { platform: "facetime", state: "room", key: unnamed }
      : null;
  }
  for (const site of sites) {
    const room = segments.slice(site.path.length);
    if (!site.hosts.includes(url.hostname) || !site.path.every((part, index) => segments[index] === part))
      continue;
    if (room.length !== (site.length ?? 1) || !room.every(isName)) continue;
    const name = site.lower ? room.join("/").toLowerCase() : room.join("/");
    return { platform: site.platform, state: site.state ?? "room", key: `${site.platform}:${name}` };
  }
  return null;
}
