import { isName, type Room, segmentsOf, unnamed } from "./room.ts";

/** Webex: a meeting is named by its site and its uuid or MTID, a personal room by its site and the user. */
export function webexRoom(url: URL): Room | null {
  const segments = segmentsOf(url);
  const [first = "", second, third, fourth, fifth, sixth] = segments;
  const label = url.hostname.split(".")[0] ?? "";
  const webex = (state: Room["state"], site: string, id: string | undefined): Room | null =>
    isName(id) && isName(site)
      ? { platform: "webex", state, key: `webex:${site.toLowerCase()}/${id}` }
      : null;
  if (["www", "help", "developer"].includes(label)) return null;
  if (first === "wbxmjs" && second === "joinservice" && third === "sites" && fifth === "meeting") {
    return sixth === "download" ? webex("room", fourth ?? "", segments[6]) : null;
  }
  if (first === "webappng" && second === "sites" && third) {
    if (fourth === "dashboard") return { platform: "webex", state: "ended", key: unnamed };
    return fourth === "meeting" && (fifth === "info" || fifth === "download")
      ? webex("room", third, sixth)
      : null;
  }
  if (second === "j.php" && segments.length === 2) {
    return webex("launcher", first, url.searchParams.get("MTID") ?? undefined);
  }
  if ((first === "meet" || first === "join") && segments.length === 2) {
    return webex("launcher", label, second?.toLowerCase());
  }
  if (label === "web" && first === "meetings") return { platform: "webex", state: "shell", key: unnamed };
  return null;
}
