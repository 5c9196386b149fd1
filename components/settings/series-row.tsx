import { i18n } from "#i18n";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import { clockTime, shortDay } from "@/lib/i18n/dates.ts";
import type { SeriesView } from "@/lib/state/calendar-preview.ts";
import type { CalendarsModel } from "@/lib/state/calendars.ts";

/** One series of a calendar: when it is, what it would change, and whose it is. */
export function SeriesRow({
  series,
  model,
  today,
}: {
  series: SeriesView;
  model: CalendarsModel["preview"];
  today: string;
}) {
  const { uid, mentorshipId, unclear } = series;
  const title = series.title || i18n.t("calendar.preview.noTitle");
  const mentorships = model.mentorships.value ?? [];
  return (
    <li class="row flat">
      <span class="main">
        {title}
        <span class="meta">{wordsOf(series, today)}</span>
        {mentorshipId !== null && (changesOf(series) || series.by) && (
          <span class="meta changes">
            {[changesOf(series), series.by && i18n.t(`calendar.preview.by.${series.by}`)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        )}
      </span>
      <select
        class={unclear && mentorshipId === null ? "select unclear" : "select"}
        aria-label={i18n.t("calendar.preview.goesTo", [title])}
        value={mentorshipId ?? ""}
        onChange={(event) => model.choose(uid, event.currentTarget.value || null)}
      >
        <option value="">
          {i18n.t(unclear && mentorshipId === null ? "calendar.preview.whose" : "calendar.preview.leaveOut")}
        </option>
        {mentorships.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </li>
  );
}

function wordsOf({ startsAt, repeats, dates }: SeriesView, today: string): string {
  const zone = Temporal.Now.timeZoneId();
  return [
    startsAt === null
      ? ""
      : `${shortDay(dayOf(startsAt, zone), today)}, ${clockTime(timeOf(startsAt, zone))}`,
    repeats ? i18n.t("calendar.preview.repeats") : "",
    repeats && dates > 0 ? i18n.t("calendar.preview.dates", dates) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function changesOf({ fresh, changed, cancelled, differing, same }: SeriesView): string {
  const counts = [
    ["new", fresh],
    ["changed", changed],
    ["cancelled", cancelled],
    ["differs", differing],
    ["same", same],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => i18n.t(`calendar.preview.${kind}`, count))
    .join(", ");
}
