import { onWantedPath, takeWantedPath } from "@/lib/browser/panel.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { activeTabUrl, isInTab, onActiveTabChange } from "@/lib/browser/tabs.ts";
import { meetingInRoom, meetingsOf } from "@/lib/db/meetings.ts";
import { focusedMentorship } from "@/lib/db/mentorships.ts";
import { nextMeeting } from "@/lib/domain/carry-over.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { db } from "./database.ts";
import { go, meetingPath, replace, route } from "./route.ts";

/**
 * Chooses what the panel shows when nothing was asked for: the meeting of the active tab's room, else the next one,
 * else today. Follows the active tab to another meeting's room as long as the panel itself chose the present page.
 */
export async function startPanel(): Promise<void> {
  onWantedPath(showWanted);
  if (showWanted()) return;
  if (route.peek().page !== "auto") return;
  let chosen = await fittingPath();
  replace(chosen);
  if (await isInTab()) return;
  onActiveTabChange(() => {
    if (`#${chosen}` !== location.hash) return;
    meetingOfActiveTab().then(
      (id) => {
        if (!id || location.hash.startsWith(`#${meetingPath(id)}`)) return;
        chosen = meetingPath(id);
        replace(chosen);
      },
      (error: unknown) => reportError("tab", error),
    );
  });
}

/** Shows what another page asked the panel to show; false if nothing was. */
function showWanted(): boolean {
  const wanted = takeWantedPath();
  if (!wanted || wanted === "/") return false;
  go(wanted);
  return true;
}

async function fittingPath(): Promise<string> {
  const inRoom = await meetingOfActiveTab();
  if (inRoom) return meetingPath(inRoom);
  const focused = await focusedMentorship(db);
  const next = focused && nextMeeting(await meetingsOf(db, focused.mentorship.id), db.now());
  return next ? meetingPath(next.id) : "/today";
}

async function meetingOfActiveTab(): Promise<string | null> {
  const url = await activeTabUrl();
  const room = url ? roomOf(url) : null;
  if (!room || room.key === "-") return null;
  return (await meetingInRoom(db, room.key))?.id ?? null;
}
