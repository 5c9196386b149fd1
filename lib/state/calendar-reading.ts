import { i18n } from "#i18n";
import { fetchCalendar } from "@/lib/browser/fetch-calendar.ts";
import { mayReach } from "@/lib/browser/site-permission.ts";
import { planInputOf, takeIn } from "@/lib/db/calendar-import.ts";
import { allCalendars, removedDates, seriesChoices, setCalendar } from "@/lib/db/calendars.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { countRequest } from "@/lib/db/requests.ts";
import { siteOf } from "@/lib/domain/site.ts";
import { nextReadAt, retryAfterOf } from "@/lib/domain/calendar-due.ts";
import type { Calendar, CalendarProblem, CalendarReading } from "@/lib/domain/calendar-event.ts";
import { isNews, planOf, saidIn, seenAfter, type Series, type Step } from "@/lib/domain/calendar-plan.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import { largestCalendar, readCalendar } from "@/lib/formats/ics.ts";
import { localTimeZone } from "./clock.ts";
import { checkHealth, isHealthy, openProblem } from "./health.ts";

/** A worker may be ended while it waits; the next one tries again after this. */
const cutOffMs = 5 * 60_000;
/** Read through this often though nothing changed, since further days come into sight. */
const throughMs = 24 * 3_600_000;

/**
 * Reads the subscribed calendars that are due, one after the other. Runs on every wake of the background; where there
 * is no calendar, or none is due, it touches no network.
 * @returns whether any was asked for
 */
export function readDueCalendars(db: MilepostDb): Promise<boolean> {
  return navigator.locks.request("milepost-calendars", async () => {
    if ((await openProblem(db)) !== null) return false;
    const due = (await allCalendars(db)).filter((calendar) => calendar.dueAt <= db.now());
    if (due.length === 0) return false;
    // An emptied database would be filled from the calendar, and look as if it had never been another one.
    await checkHealth(db);
    if (!(await isHealthy())) return false;
    for (const calendar of due) await readOne(db, calendar);
    return true;
  });
}

async function readOne(db: MilepostDb, calendar: Calendar): Promise<void> {
  const { id, address } = calendar;
  const fail = (problem: CalendarProblem, retryAfter: string | null = null): Promise<void> => {
    const failures = calendar.failures + 1;
    const retryAfterMs = retryAfterOf(retryAfter, db.now());
    const dueAt = nextReadAt(db.now(), failures, problem, retryAfterMs);
    return setCalendar(db, id, { problem, failures, dueAt });
  };
  if (!(await mayReach(siteOf(address)))) return fail("notAllowed");
  await setCalendar(db, id, { dueAt: db.now() + cutOffMs });
  const anew = calendar.showAll || db.now() - calendar.parsedAt > throughMs;
  const validators = anew ? { etag: "", lastModified: "" } : calendar;
  await countRequest(db, "calendar", address);
  const fetched = await fetchCalendar(address, validators, largestCalendar);
  if (fetched.kind === "failed") return fail(fetched.problem, fetched.retryAfter);
  const now = db.now();
  const well = { readAt: now, failures: 0, problem: null, dueAt: nextReadAt(now, 0, null, null) };
  if (fetched.kind === "same") return setCalendar(db, id, well);

  const known = new Set((await db.meetings.orderBy("uid").uniqueKeys()).map(String));
  let reading: CalendarReading;
  try {
    reading = readCalendar(fetched.bytes, {
      now,
      timeZone: localTimeZone(),
      isKnown: (uid) => known.has(uid),
    });
  } catch (error) {
    const code = userErrorIn(error)?.code;
    if (!code) throw error;
    return fail(code === "icsTooLarge" ? "tooLarge" : code === "icsCutOff" ? "cutOff" : "notCalendar");
  }
  const { etag, lastModified } = fetched;
  const facts = { ...well, name: reading.name, parsedAt: now, etag, lastModified };
  await setCalendar(db, id, { ...facts, ...(await follow(db, calendar, reading)) });
}

/** Takes in what is clear, and says what waits for a choice. Before the first choice nothing is taken in. */
async function follow(
  db: MilepostDb,
  calendar: Calendar,
  reading: CalendarReading,
): Promise<Partial<Calendar>> {
  // Stopped, or asked to show all, while it was being fetched.
  const now = await db.calendars.get(calendar.id);
  if (!now) return {};
  if (now.showAll) return { waiting: reading };
  const what = { reading, calendarId: calendar.id, choices: await seriesChoices(db) };
  const removed = await removedDates(db);
  const wanted = (series: Series, step: Step): boolean =>
    isClear(series) && isNews(step, now.seen) && !(step.kind === "new" && removed.has(saidIn(step).key));
  const series = planOf(await planInputOf(db, what));
  const untitled = i18n.t("meetings.kinds.checkIn");
  await takeIn(db, { ...what, did: "followCalendar", wanted, untitled });
  const open = new Set(series.filter(isOpenQuestion).map(({ uid }) => uid));
  const events = reading.events.filter(({ uid }) => open.has(uid));
  return {
    waiting: events.length > 0 ? { ...reading, events, whole: [] } : null,
    seen: seenAfter(series.filter(isClear), now.seen),
    differing: series.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === "differs" ? [step.meeting.id] : [])),
    ),
  };
}

/** It was chosen, or its room or who takes part leaves no doubt. A name in a title may be said of a dinner too. */
function isClear({ settled, mentorshipId, match }: Series): boolean {
  return mentorshipId !== null && (settled || match.by === "room" || match.by === "attendee");
}

function isOpenQuestion(series: Series): boolean {
  return !series.settled && series.match.mentorshipIds.length > 0 && !isClear(series);
}
