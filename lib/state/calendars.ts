import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { askToReach } from "@/lib/browser/site-permission.ts";
import { addCalendar, allCalendars, dropCalendar, meetingsFrom, setCalendar } from "@/lib/db/calendars.ts";
import { calendarAddressFrom, hostOf } from "@/lib/domain/calendar-address.ts";
import { siteOf } from "@/lib/domain/site.ts";
import type { Calendar, CalendarProblem } from "@/lib/domain/calendar-event.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { userErrorIn, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { say } from "./acts.ts";
import { createCalendarPreview } from "./calendar-preview.ts";
import { localTimeZone, minute, today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { giveBackSite } from "./give-back-site.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";

/** A subscribed calendar as it is shown: its address is not. */
export interface CalendarView {
  id: Id;
  name: string;
  host: string;
  /** Epoch ms, 0 for not yet. */
  readAt: Instant;
  dueAt: Instant;
  problem: CalendarProblem | null;
  /** Meetings ahead that came from it. */
  meetings: number;
  /** Nothing was chosen from it yet. */
  first: boolean;
  waiting: boolean;
  /** Meetings of which it says something else. */
  differing: { id: Id; title: string }[];
}

async function readViews(): Promise<CalendarView[]> {
  const [calendars, counts] = await Promise.all([allCalendars(db), meetingsFrom(db)]);
  return Promise.all(calendars.map(async (calendar) => viewOf(calendar, counts.get(calendar.id) ?? 0)));
}

async function viewOf(calendar: Calendar, meetings: number): Promise<CalendarView> {
  const rows = await db.meetings.bulkGet([...calendar.differing]);
  return {
    id: calendar.id,
    name: calendar.name,
    host: hostOf(calendar.address),
    readAt: calendar.readAt,
    dueAt: calendar.dueAt,
    problem: calendar.problem,
    meetings,
    first: calendar.showAll,
    waiting: calendar.waiting !== null,
    differing: rows.flatMap((row) => (row && !row.deletedAt ? [{ id: row.id, title: row.title }] : [])),
  };
}

/** Calendars in: a file, or an address that is followed. */
export function createCalendars() {
  const preview = createCalendarPreview();
  const views = liveSignal(readViews);
  const reading = signal(false);
  const failed = signal<Failure | null>(null);
  const attempt = (doing: () => Promise<unknown>): void => {
    doing().catch((error: unknown) => reportError("calendar", error));
  };
  const readNow = async (id: Id, facts: Partial<Calendar> = {}): Promise<void> => {
    await setCalendar(db, id, { dueAt: 0, ...facts });
    void wake({ kind: "changed" });
  };

  return {
    preview,
    now: minute,
    today,
    calendars: views,
    mentorships: preview.mentorships,
    reading,
    failed: computed(() => failed.value),
    /** Shows what a file would change. Nothing is changed by then. */
    async open(file: File): Promise<void> {
      preview.close();
      failed.value = null;
      reading.value = true;
      try {
        const { largestCalendar, readCalendar } = await import("@/lib/formats/ics.ts");
        const tooLarge = file.size > largestCalendar;
        const bytes = tooLarge
          ? new Uint8Array(largestCalendar + 1)
          : new Uint8Array(await file.arrayBuffer());
        const found = readCalendar(bytes, { now: db.now(), timeZone: localTimeZone() });
        if (found.events.length === 0 && found.unreadable === 0) failed.value = "icsNothing";
        else preview.open(found, null);
      } catch (error) {
        const code: UserErrorCode | undefined = userErrorIn(error)?.code;
        if (!code) reportError("calendar", error);
        failed.value = code ?? "backupGone";
      } finally {
        reading.value = false;
      }
    },
    /**
     * Follows an address. Straight from a click: the browser asks for the site's permission only then.
     * @returns what is wrong with the address
     */
    async follow(typed: string): Promise<Failure | null> {
      let address: string;
      try {
        address = calendarAddressFrom(typed);
      } catch (error) {
        return userErrorIn(error)?.code ?? "badCalendarAddress";
      }
      // Before any waiting, or the click would not count any more.
      const asked = askToReach(siteOf(address));
      return performInForm(async () => {
        await asked;
        // Refused, it stands in the list all the same and says what is missing.
        await addCalendar(db, address);
      });
    },
    /** Straight from a click. */
    allow(id: Id): void {
      const host = views.peek()?.find((view) => view.id === id)?.host;
      if (!host) return;
      const asked = askToReach(`https://${host}/*`);
      attempt(async () => {
        if (await asked) await readNow(id);
      });
    },
    readAgain(id: Id): void {
      attempt(() => readNow(id));
    },
    /** Everything that is in the calendar is shown for a choice, once it was read. */
    showAll(id: Id): void {
      attempt(() => readNow(id, { showAll: true, waiting: null }));
    },
    /** Shows what waits for a choice. */
    choose(id: Id): void {
      attempt(async () => {
        const calendar = await db.calendars.get(id);
        if (calendar?.waiting) preview.open(calendar.waiting, calendar.id);
      });
    },
    stop(id: Id): void {
      attempt(async () => {
        const calendar = await db.calendars.get(id);
        if (!calendar) return;
        await dropCalendar(db, id);
        if (preview.shown.peek()?.calendarId === id) preview.close();
        say(i18n.t("calendar.stopped"));
        await giveBackSite(siteOf(calendar.address));
      });
    },
  };
}

export type CalendarsModel = ReturnType<typeof createCalendars>;
