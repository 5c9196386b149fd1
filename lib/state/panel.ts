import { type ReadonlySignal, signal } from "@preact/signals";
import { currentWindowId, onWantedPath, takeWantedPath } from "@/lib/browser/panel.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { activeTab, isInTab, onActiveTabChange } from "@/lib/browser/tabs.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { nextMeeting } from "@/lib/domain/carry-over.ts";
import { db } from "./database.ts";
import { meetingPath } from "./paths.ts";
import { replace, route } from "./route.ts";
import { stayRead, staying } from "./staying.ts";

/**
 * Chooses what a page shows when its address says nothing. In a tab that is today. In the panel it is what another page
 * asked the panel to show, else the meeting of the active tab's room, else the next one; and the panel follows the active
 * tab to another meeting's room as long as it chose the present page itself. Asked to stay, it does so only within its
 * mentorship.
 * @param keepPlace is called in the panel, with its window and with what rises each time when somebody asks for it
 */
export async function startPanel(
  keepPlace: (windowId: number, asked: ReadonlySignal<number>) => Promise<void>,
): Promise<void> {
  const [inTab, windowId] = await Promise.all([isInTab(), currentWindowId()]);
  if (inTab) {
    if (route.peek().page === "auto") replace("/today");
    return;
  }
  const asked = signal(0);
  if (windowId !== undefined) keepPlace(windowId, asked).catch(failed);
  const showWanted = (): boolean => {
    const wanted = takeWantedPath(windowId);
    if (wanted) asked.value += 1;
    if (!wanted || wanted === "/") return false;
    replace(wanted);
    return true;
  };
  onWantedPath(showWanted);
  if (showWanted() || route.peek().page !== "auto") return;
  let chosen = await fittingPath();
  // Somebody went somewhere meanwhile.
  if (route.peek().page !== "auto") return;
  replace(chosen);
  onActiveTabChange(() => {
    if (`#${chosen}` !== location.hash) return;
    meetingOfActiveTab().then((id) => {
      if (!id || location.hash.startsWith(`#${meetingPath(id)}`)) return;
      chosen = meetingPath(id);
      replace(chosen);
    }, failed);
  });
}

const failed = (error: unknown): void => reportError("panel", error);

async function fittingPath(): Promise<string> {
  const inRoom = await meetingOfActiveTab();
  if (inRoom) return meetingPath(inRoom);
  const focused = await focusedMentorship(db);
  const next = focused && nextMeeting(await meetingsOf(db, focused.mentorship.id), db.now());
  return next ? meetingPath(next.id) : "/today";
}

async function meetingOfActiveTab(): Promise<string | null> {
  const [tab, { callInTab }] = await Promise.all([activeTab(), import("./call-in-tab.ts"), stayRead]);
  const meeting = tab && (await callInTab(db, tab))?.meeting;
  if (!meeting) return null;
  const elsewhere = staying.peek() && (await focusedMentorship(db))?.mentorship.id !== meeting.mentorshipId;
  return elsewhere ? null : meeting.id;
}
