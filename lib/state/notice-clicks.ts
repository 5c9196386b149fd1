import { buttonSnooze } from "@/lib/i18n/notice-words.ts";
import { clearNotification } from "@/lib/browser/notifications.ts";
import { openWorkspace } from "@/lib/browser/tabs.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { deliveriesIn } from "@/lib/db/deliveries.ts";
import { type Answered, finishReminder, snoozeReminders } from "@/lib/db/reminder-answers.ts";
import { focusMentorship } from "@/lib/db/mentorship-rows.ts";
import { reminderPath } from "@/lib/db/reminder-path.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import { reminderKinds } from "@/lib/domain/reminder-kinds.ts";
import { snoozeUntil } from "@/lib/domain/snooze.ts";

// What a click on a notification does, in the background: it may have been dead until that click.

/** The body: the very thing, with its reminder beside it; of several, the list of them. */
export async function openFromNotice(db: MilepostDb, noticeId: string): Promise<void> {
  await clearNotification(noticeId);
  const [only, ...others] = await toldIn(db, noticeId);
  if (!only || others.length > 0) return openWorkspace("/reminders");
  if (only.mentorshipId) await focusMentorship(db, only.mentorshipId);
  const path = await reminderPath(db, only);
  const joint = path.includes("?") ? "&" : "?";
  return openWorkspace(`${path}${joint}notice=${encodeURIComponent(noticeId)}`);
}

/** A button: done with it, or show them all; and later. What was said is stored before the notification goes. */
export async function answerNotice(
  db: MilepostDb,
  noticeId: string,
  button: number,
  timeZone: string,
): Promise<void> {
  const told = await toldIn(db, noticeId);
  const [first, ...others] = told;
  if (!first || (button === 0 && others.length > 0)) return openFromNotice(db, noticeId);
  if (button === 0) await finishReminder(db, first, timeZone);
  else await snoozeReminders(db, told, snoozeUntil(buttonSnooze(first.kind), db.now(), timeZone));
  await clearNotification(noticeId);
}

/** What a notification told of; nothing where the database cannot say. */
async function toldIn(db: MilepostDb, noticeId: string): Promise<Answered[]> {
  const deliveries = await deliveriesIn(db, noticeId);
  return deliveries.flatMap(answeredBy);
}

function answeredBy({ kind: name, recordId, occurrence, mentorshipId }: Delivery): Answered[] {
  const kind = reminderKinds.find((each) => each === name);
  return kind && recordId && occurrence ? [{ kind, recordId, occurrence, mentorshipId }] : [];
}
