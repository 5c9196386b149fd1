import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { currentWindowId, openPanelAfter, openPanelAt } from "@/lib/browser/panel.ts";
import { activeTab, openWorkspace } from "@/lib/browser/tabs.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { dueNow } from "@/lib/db/commitment-rows.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusMentorship, mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { agendaOf, nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { DueItem } from "@/lib/domain/due.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { roomHref } from "@/lib/domain/room-link.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { nextMilestone } from "@/lib/domain/next-milestone.ts";
import { goalProgress } from "@/lib/domain/progress.ts";
import { type SnoozeChoice, snoozeChoicesAt } from "@/lib/domain/snooze.ts";
import { lifePosition } from "@/lib/domain/stages.ts";
import { perform } from "./acts.ts";
import type { CallInTab } from "./call-in-tab.ts";
import { createCapture, saidCaptured } from "./capture.ts";
import type { ChecklistCount } from "./checklist-count.ts";
import { localTimeZone, minute, today as calendarDay } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName, partnerShort } from "./partner-name.ts";
import { meetingPath, type MeetingStop } from "./paths.ts";

/** The popup shows this many goals and due things; the workspace shows all. */
const shownGoals = 3;
const shownDue = 3;

/** Everything the popup shows, in one read, so that it appears at once and never jumps. */
async function readPopup(timeZone: string) {
  const { all: others, focused } = await mentorshipsInFocus(db);
  if (!focused) return null;
  const { mentorship } = focused;
  const now = db.now();
  const today = dayOf(now, timeZone);
  const [goals, milestones, meetings, topics, due] = await Promise.all([
    goalsOf(db, mentorship.id),
    milestonesOf(db, mentorship.id),
    meetingsOf(db, mentorship.id),
    topicsOf(db, mentorship.id),
    dueNow(db, timeZone),
  ]);
  const meeting = nextMeeting(meetings, now);
  const agenda = meeting ? agendaOf(meeting, meetings, topics, now) : [];
  const namesById = new Map(others.map((view) => [view.mentorship.id, partnerName(view)]));
  return {
    mentorshipId: mentorship.id,
    partnerName: partnerName(focused),
    partnerShort: partnerShort(focused),
    others: others.map((view) => ({ id: view.mentorship.id, name: partnerName(view) })),
    destination: mentorship.destination,
    life: lifePosition(mentorship, today),
    today,
    meeting: meeting && {
      id: meeting.id,
      title: meeting.title,
      startsAt: startOf(meeting),
      minutes: meeting.plannedMinutes,
      roomUrl: roomHref(meeting.roomUrl),
      platform: platformOf(meeting.roomKey),
      topics: agenda.length,
      carried: agenda.filter((item) => item.carried > 0).length,
      running: Boolean(meeting.startedAt),
    },
    milestone: nextMilestone(milestones, today),
    due: due.slice(0, shownDue).map((item) => ({
      item,
      detail:
        item.mentorshipId && item.mentorshipId !== mentorship.id
          ? namesById.get(item.mentorshipId)
          : undefined,
    })),
    dueCount: due.length,
    goals: goals
      .filter((goal) => goal.status === "open")
      .slice(0, shownGoals)
      .map((goal) => ({
        id: goal.id,
        title: goal.title,
        progress: goalProgress(
          goal,
          milestones.filter((row) => row.goalId === goal.id),
          today,
        ),
      })),
  };
}

export type PopupView = NonNullable<Awaited<ReturnType<typeof readPopup>>>;

/** The popup: what it shows and what it can do. */
export function createPopup() {
  const timeZone = localTimeZone();
  const view = liveSignal(() => readPopup(timeZone), calendarDay);
  const checklist = signal<ChecklistCount | null>(null);
  const windowId = signal<number | undefined>(undefined);
  const call = signal<CallInTab | null>(null);
  const claimed = signal(false);
  currentWindowId().then(
    (id) => {
      windowId.value = id;
    },
    (error: unknown) => reportError("window", error),
  );
  const lookAtTab = async (): Promise<void> => {
    const [tab, acts] = await Promise.all([activeTab(), loadActs()]);
    const found = tab && (await acts.callInTab(db, tab));
    // The call belongs to one mentorship: it is the one to show beside it.
    if (found?.meeting) await focusMentorship(db, found.meeting.mentorshipId);
    call.value = found;
  };
  lookAtTab().catch((error: unknown) => reportError("tab", error));

  /** In the panel, straight from the click; in a tab where the browser does not open the panel. */
  const openBeside = (path: string): void => {
    openPanelAt(windowId.peek(), path)
      .then((opened) => (opened ? undefined : openWorkspace(path)))
      .then(
        () => globalThis.close(),
        (error: unknown) => reportError("panel", error),
      );
  };

  return {
    view,
    /** Filled once the popup has been drawn. */
    checklist,
    /** The call in the active tab. */
    call,
    /** Somebody said that this tab is their meeting. */
    claimed,
    claim(): void {
      claimed.value = true;
    },
    minute,
    capture: createCapture(
      "popup",
      () => ({ mentorshipId: view.peek()?.mentorshipId ?? null }),
      saidCaptured,
      { add: async (...args) => (await loadActs()).addCapture(...args) },
    ),
    snoozeChoices: () => snoozeChoicesAt(db.now(), timeZone),
    openNotes(id: Id, stop: MeetingStop): void {
      openBeside(meetingPath(id, stop));
    },
    /** The same for what has to be done first. */
    openAfter(doing: Promise<string | null>): void {
      openPanelAfter(windowId.peek(), doing)
        .then(async (opened) => {
          const path = await doing;
          if (path !== null && !opened) await openWorkspace(path);
          return path;
        })
        .then(
          (path) => path !== null && globalThis.close(),
          (error: unknown) => reportError("panel", error),
        );
    },
    openPanel(): void {
      openBeside("/");
    },
    openWorkspace(path: string): void {
      void openWorkspace(path).then(() => globalThis.close());
    },
    async reach(milestone: Pick<Milestone, "id">): Promise<boolean> {
      return (await loadActs()).reachMilestone(milestone.id);
    },
    async finish(item: Pick<DueItem, "table" | "id">): Promise<boolean> {
      return (await loadActs()).finishDue(item, i18n.t("said.done"));
    },
    async snooze(item: Pick<DueItem, "table" | "id">, choice: SnoozeChoice): Promise<boolean> {
      return (await loadActs()).snoozeDue(item, choice);
    },
    switchTo(mentorshipId: Id): Promise<boolean> {
      return perform(() => focusMentorship(db, mentorshipId));
    },
  };
}

export type PopupModel = ReturnType<typeof createPopup>;

/** What the popup does is loaded when it has been drawn, or when it is first asked for. */
export const loadActs = () => import("./popup-acts.ts");

/** The key of a room begins with its platform. */
function platformOf(roomKey: string | null | undefined): string | null {
  return roomKey ? platformName(roomKey.split(":")[0] ?? "") : null;
}
