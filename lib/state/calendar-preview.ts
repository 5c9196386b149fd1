import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { planInputOf, takeIn } from "@/lib/db/calendar-import.ts";
import { chooseSeries, seriesChoices } from "@/lib/db/calendars.ts";
import { allMentorships } from "@/lib/db/mentorship-rows.ts";
import type { CalendarReading } from "@/lib/domain/calendar-event.ts";
import { type PlanInput, planOf, seenAfter, type Series } from "@/lib/domain/calendar-plan.ts";
import { startOf } from "@/lib/domain/carry-over.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { once } from "./once.ts";
import { partnerName } from "./partner-name.ts";

/** One series, or one single date, in the preview. */
export interface SeriesView {
  uid: string;
  title: string;
  repeats: boolean;
  /** Of its first date, epoch ms; `null` where the calendar has none any more. */
  startsAt: Instant | null;
  /** What it goes to; `null` to leave it out. */
  mentorshipId: Id | null;
  by: Series["match"]["by"];
  /** It could belong to several, and nothing was chosen. */
  unclear: boolean;
  place: Place;
  /** So many dates the calendar has of it. */
  dates: number;
  fresh: number;
  changed: number;
  cancelled: number;
  differing: number;
  same: number;
}

/** What a calendar would change, with a choice for each series, and the act that does it. */
export function createCalendarPreview() {
  const shown = signal<{ reading: CalendarReading; calendarId: Id | null } | null>(null);
  /** Made here and not kept yet. */
  const chosen = signal<ReadonlyMap<string, Id | null>>(new Map());

  const input = liveSignal(async (): Promise<PlanInput | null> => {
    const what = shown.value;
    if (!what) return null;
    return planInputOf(db, { ...what, choices: await seriesChoices(db) });
  }, shown);
  const plan = computed((): Series[] => {
    const found = input.value;
    if (!found || !shown.value) return [];
    return planOf({ ...found, choices: new Map([...found.choices, ...chosen.value]) });
  });
  // By what was found, not by what is chosen meanwhile: a row that is being decided on must not move away.
  const places = computed(() => {
    const found = input.value;
    return new Map((found ? planOf(found) : []).map((each) => [each.uid, placeOf(each)]));
  });
  const series = computed(() =>
    plan.value
      .map((each) => viewOf(each, places.value.get(each.uid) ?? "other"))
      .toSorted((a, b) => order[a.place] - order[b.place] || (a.startsAt ?? 0) - (b.startsAt ?? 0)),
  );
  const close = (): void => {
    shown.value = null;
    chosen.value = new Map();
  };

  return {
    shown,
    series,
    mentorships: liveSignal(async () =>
      (await allMentorships(db)).map((view) => ({ id: view.mentorship.id, name: partnerName(view) })),
    ),
    /** How many meetings would be taken in, changed or cancelled. */
    steps: computed(() =>
      series.value
        .filter(({ mentorshipId }) => mentorshipId !== null)
        .reduce((sum, each) => sum + each.fresh + each.changed + each.cancelled, 0),
    ),
    open(reading: CalendarReading, calendarId: Id | null): void {
      chosen.value = new Map();
      shown.value = { reading, calendarId };
    },
    close,
    choose(uid: string, mentorshipId: Id | null): void {
      chosen.value = new Map([...chosen.peek(), [uid, mentorshipId]]);
    },
    /** Does what is shown, as one act. What was left out or chosen for a series is remembered. */
    take: once(async (): Promise<boolean> => {
      const what = shown.peek();
      const plans = plan.peek();
      const found = input.peek();
      if (!what || !found) return false;
      const decided = plans
        .filter(({ uid, match }) => chosen.peek().has(uid) || match.mentorshipIds.length > 0)
        .map(({ uid, mentorshipId }) => ({ uid, mentorshipId }));
      const choices = new Map([
        ...found.choices,
        ...decided.map((each) => [each.uid, each.mentorshipId] as const),
      ]);
      const done = await perform(async () => {
        const act = await takeIn(db, {
          ...what,
          choices,
          did: "importCalendar",
          wanted: () => true,
          untitled: i18n.t("meetings.kinds.checkIn"),
        });
        await chooseSeries(db, decided);
        if (what.calendarId) await settle(what.calendarId, plans);
        return act;
      }, i18n.t("calendar.taken"));
      if (done) close();
      return done;
    }, false),
  };
}

/** From now on the calendar is followed. */
async function settle(calendarId: Id, plans: readonly Series[]): Promise<void> {
  await db.calendars
    .where("id")
    .equals(calendarId)
    .modify((calendar) => {
      calendar.showAll = false;
      calendar.waiting = null;
      calendar.seen = seenAfter(
        plans.filter(({ mentorshipId }) => mentorshipId !== null),
        calendar.seen,
      );
    });
}

/** What needs a look first. */
type Place = "unclear" | "known" | "other";
const order: Record<Place, number> = { unclear: 0, known: 1, other: 2 };

function placeOf({ match, mentorshipId, steps }: Series): Place {
  if (mentorshipId === null && match.mentorshipIds.length > 1) return "unclear";
  return mentorshipId !== null || match.by !== null || steps.length > 0 ? "known" : "other";
}

function viewOf(series: Series, place: Place): SeriesView {
  const { uid, title, repeats, first, mentorshipId, match, settled, dates, steps } = series;
  const count = (kind: Series["steps"][number]["kind"]): number =>
    steps.filter((step) => step.kind === kind).length;
  return {
    uid,
    title,
    repeats,
    startsAt: first && startOf(first),
    mentorshipId,
    by: settled ? null : match.by,
    unclear: !settled && match.mentorshipIds.length > 1,
    place,
    dates,
    fresh: count("new"),
    changed: count("changed"),
    cancelled: count("cancelled"),
    differing: count("differs"),
    same: count("same"),
  };
}
