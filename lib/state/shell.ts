import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { isInTab, openWorkspace } from "@/lib/browser/tabs.ts";
import { dueNow } from "@/lib/db/commitment-rows.ts";
import { focusMentorship, mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { lifePosition } from "@/lib/domain/stages.ts";
import { perform } from "./acts.ts";
import { createCapture, saidCaptured } from "./capture.ts";
import { localTimeZone, minute, today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName } from "./partner-name.ts";
import { stay, staying } from "./staying.ts";
import { addCapture } from "@/lib/db/entries.ts";

/** What the frame around every screen shows: whose mentorship, where it stands, how much is due. */
async function readShell(timeZone: string) {
  const [{ all, focused }, due] = await Promise.all([mentorshipsInFocus(db), dueNow(db, timeZone)]);
  if (!focused) return null;
  const { mentorship } = focused;
  return {
    mentorship,
    partnerName: partnerName(focused),
    others: all.map((view) => ({ id: view.mentorship.id, name: partnerName(view) })),
    life: lifePosition(mentorship, dayOf(db.now(), timeZone)),
    due: due.length,
    late: due.filter((item) => item.daysLate > 0).length,
  };
}

export type ShellView = NonNullable<Awaited<ReturnType<typeof readShell>>>;

/** The frame of panel and workspace. */
export function createShell() {
  const timeZone = localTimeZone();
  const view = liveSignal(() => readShell(timeZone), minute);
  const inTab = signal(true);
  isInTab().then(
    (value) => {
      inTab.value = value;
    },
    (error: unknown) => reportError("tab", error),
  );
  return {
    view,
    inTab,
    staying,
    stay,
    today,
    capture: createCapture(
      "workspace",
      () => ({ mentorshipId: view.peek()?.mentorship.id ?? null }),
      saidCaptured,
      { add: addCapture },
    ),
    switchTo(mentorshipId: Id): Promise<boolean> {
      return perform(() => focusMentorship(db, mentorshipId));
    },
    openInTab(path: string): void {
      void openWorkspace(path);
    },
  };
}

export type ShellModel = ReturnType<typeof createShell>;
