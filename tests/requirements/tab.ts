import { type Requirements, tested } from "./requirement.ts";

const e2e = "e2e/call-tabs.test.ts";
const firefox = "e2e/firefox-call-tabs.test.ts";
const memory = "unit/room-memory.test.ts";
const sites = "unit/call-sites.test.ts";
const rooms = "unit/meeting-room.test.ts";
const verbs = "component/db-rooms.test.ts";

const once = "Meet: offered once, with a dot and a card and no window, through changes of the address";
const ended = "Zoom: remembered when the number is gone from the address, wrapped up on the ended page";
const inside = "Teams: the call goes on inside the application, whose address names nothing";
const asks = "a room that is used with two people asks who it is, and remembers";
const never = "a room is never offered again until that is taken back, at once or in the settings";
const none = "without permission nothing of any address is known, and nothing is offered";
const own = "any page can be said to be a meeting, and is known again the next time";

export const tab: Requirements = {
  "F-46": [
    ...tested(e2e, once, ended, inside, never, own),
    ...tested(rooms, "%s is %s"),
    ...tested(verbs, "the room of a mentorship leads to its next meeting, even one without a link"),
  ],
  "N-09": [
    ...tested(e2e, none, once),
    ...tested("e2e/manifest.test.ts", "has no %s"),
    ...tested(firefox, "a site is allowed where it is asked for, and given back there"),
  ],
  "N-20": tested(memory, "on %s", "says nothing of the application that it opened"),
  "V-01": tested(sites, "cover %s at %s", "%s: %s is one host of a known platform, over https"),
  "V-02": [...tested(memory, "on %s"), ...tested(e2e, once)],
  "V-03": [
    ...tested(memory, "when Teams drops the id from the address", "for twelve hours at most"),
    ...tested(e2e, ended, inside),
  ],
  "V-04": tested(memory, "on %s"),
  "V-05": tested(memory, "says nothing of the application that it opened"),
  "V-06": [
    ...tested(e2e, ended, inside, own),
    ...tested(memory, "whatever a tab goes through, the memory holds no secret and never goes back in time"),
  ],
  "V-07": tested(rooms, "%s is %s"),
  "V-08": tested(rooms, "%s is %s"),
  "V-09": tested(
    memory,
    "when Zoom goes through pages that are none while joining",
    "when the tab was elsewhere for more than a minute, not before",
    "was no call if it was only glanced at",
  ),
  "V-10": [
    ...tested(e2e, asks),
    ...tested(
      verbs,
      "a room of two people names both, who was chosen last first, whoever meets now before the other",
    ),
  ],
  "V-11": [
    ...tested(e2e, never),
    ...tested(verbs, "a room is silent until that is taken back, and the trash does not show it"),
  ],
};
