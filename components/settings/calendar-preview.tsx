import type { ReadonlySignal } from "@preact/signals";
import { ChevronRight } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { CalendarsModel } from "@/lib/state/calendars.ts";
import { SeriesRow } from "./series-row.tsx";

/** More than these would be a wall of words; whoever looks for one more finds it by following its room. */
const mostOthers = 200;

/** What a calendar would change, with a choice for each series. Nothing was changed by then. */
export function CalendarPreview({
  model,
  today,
}: {
  model: CalendarsModel["preview"];
  today: ReadonlySignal<string>;
}) {
  const section = useRef<HTMLElement>(null);
  const shown = model.shown.value;
  useEffect(() => section.current?.focus(), [shown]);
  if (!shown) return null;
  const { reading } = shown;
  const series = model.series.value;
  const likely = series.filter(({ place }) => place !== "other");
  const others = series.filter(({ place }) => place === "other");
  const steps = model.steps.value;
  const rows = (list: typeof series) => (
    <ul class="list series">
      {list.map((each) => (
        <SeriesRow key={each.uid} series={each} model={model} today={today.value} />
      ))}
    </ul>
  );
  return (
    <section ref={section} class="preview" tabIndex={-1} aria-label={i18n.t("calendar.preview.label")}>
      <p class="status">
        <span>
          <span class="strong">
            {reading.name
              ? i18n.t("calendar.preview.from", [reading.name])
              : i18n.t("calendar.preview.fromFile")}
          </span>
          <span class="meta">{i18n.t("calendar.preview.range")}</span>
        </span>
      </p>
      {rows(likely)}
      {others.length > 0 && (
        <details class="closed" open={likely.length === 0}>
          <summary class="fold">
            <Icon of={ChevronRight} size="sm" />
            {i18n.t("calendar.preview.others", others.length)}
          </summary>
          <p class="hint">{i18n.t("calendar.preview.othersHint")}</p>
          {rows(others.slice(0, mostOthers))}
        </details>
      )}
      {reading.allDay > 0 && <p class="hint">{i18n.t("calendar.preview.allDay", reading.allDay)}</p>}
      {reading.unreadable > 0 && (
        <p class="hint">{i18n.t("calendar.preview.unreadable", reading.unreadable)}</p>
      )}
      {reading.cut && <p class="hint">{i18n.t("calendar.preview.cut")}</p>}
      <p class="hint">{i18n.t("calendar.preview.undo")}</p>
      <div class="btns">
        <button
          type="button"
          class="btn primary"
          disabled={steps === 0 && shown.calendarId === null}
          onClick={() => void model.take()}
        >
          {steps === 0 && shown.calendarId !== null
            ? i18n.t("calendar.preview.remember")
            : i18n.t("calendar.preview.take", steps)}
        </button>
        <button type="button" class="btn quiet" onClick={() => model.close()}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </section>
  );
}
