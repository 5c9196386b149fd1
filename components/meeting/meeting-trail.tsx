import { CalendarX } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { timeOf } from "@/lib/domain/civil-time.ts";
import { isNotHeld } from "@/lib/domain/meeting-status.ts";
import { clockTime, nearDay, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingRow } from "@/lib/state/meetings.ts";

/** Meetings as dots of a trail, from the farthest ahead back to the first. */
export function MeetingTrail({
  rows,
  ahead,
  today,
  timeZone,
  openEnd,
}: {
  rows: readonly MeetingRow[];
  /** These lie ahead: the way to them is dotted. */
  ahead: boolean;
  today: string;
  timeZone: string;
  /** The trail goes on below, into the next list. */
  openEnd?: boolean;
}) {
  return (
    <ol class={openEnd ? "walk past-list open" : "walk past-list"}>
      {rows.map((row) => (
        <li key={row.id} class={ahead ? "ahead" : ""}>
          <span class="mark">
            <Mark row={row} />
          </span>
          <a href={hrefOf(row)}>
            <span class={row.status === "planned" && !row.next ? "soft" : row.next ? "strong" : ""}>
              {row.title}
            </span>
            <span class={row.next && row.on === today ? "meta soon" : "meta"}>
              <Words row={row} today={today} timeZone={timeZone} ahead={ahead} />
            </span>
            <span class="doc soft">{row.focus}</span>
            <span class="meta came">
              {[
                row.promises > 0 && i18n.t("meetings.promises", row.promises),
                row.decisions > 0 && i18n.t("meetings.decisions", row.decisions),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}

/** Ring: planned; filled: held, larger for a review; a crossed calendar: it did not take place. */
function Mark({ row }: { row: MeetingRow }) {
  if (isNotHeld(row.status)) {
    return <Icon of={CalendarX} size="sm" />;
  }
  const large = row.kind === "review" || row.kind === "kickoff" || row.kind === "final" ? " lg" : "";
  return <span class={row.status === "held" || row.running ? `dot${large}` : `dot ring${large}`} />;
}

function Words({
  row,
  today,
  timeZone,
  ahead,
}: {
  row: MeetingRow;
  today: string;
  timeZone: string;
  ahead: boolean;
}) {
  const time = clockTime(timeOf(row.startsAt, timeZone));
  const words = [
    ahead ? `${nearDay(row.on, today)} ${time}` : shortDay(row.on, today),
    row.minutes !== null && i18n.t("meeting.minutes", [String(row.minutes)]),
    row.running && i18n.t("meetings.running"),
    row.toWrapUp && i18n.t("meetings.toWrapUp"),
    !ahead && row.status === "planned" && !row.running && i18n.t("meetings.notNoted"),
    isNotHeld(row.status) && i18n.t(`meetings.status.${row.status}`),
  ].filter(Boolean);
  return <>{words.join(", ")}</>;
}

/** Held ones open where they were kept, the others where they are prepared. */
function hrefOf(row: MeetingRow): string {
  const stop = row.status === "held" ? "wrap-up" : row.running ? "notes" : "brief";
  return `#/meetings/${encodeURIComponent(row.id)}?at=${stop}`;
}
