import { CalendarDays, CircleAlert, Ellipsis } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { untilInstant } from "@/lib/i18n/dates.ts";
import type { CalendarsModel, CalendarView } from "@/lib/state/calendars.ts";

/** A calendar that is followed: when it was read and what came of it, or what is wrong and what to do. */
export function FollowedCalendar({ model, calendar }: { model: CalendarsModel; calendar: CalendarView }) {
  const { id, host, problem, waiting, first, differing } = calendar;
  const name = calendar.name || i18n.t("calendar.unnamed", [host]);
  return (
    <>
      <div class="calendar-head">
        <p class="status" role="status">
          <Icon of={CalendarDays} />
          <span>
            <span class="strong">{name}</span>
            <span class="meta">{stateOf(calendar, model.now.value)}</span>
          </span>
        </p>
        <Menu
          label={i18n.t("calendar.more", [name])}
          trigger={<Icon of={Ellipsis} />}
          triggerClass="icon-btn sm"
          end
          items={[
            { id: "read", label: i18n.t("calendar.readAgain"), onPick: () => model.readAgain(id) },
            { id: "all", label: i18n.t("calendar.showAll"), onPick: () => model.showAll(id) },
            { id: "stop", label: i18n.t("calendar.stop"), onPick: () => model.stop(id) },
          ]}
        />
      </div>
      {problem && (
        <div class="notice soon" role="status">
          <Icon of={CircleAlert} />
          <p>{i18n.t(`calendar.problem.${problem}`, [host])}</p>
          <div class="btns">
            {problem === "notAllowed" ? (
              <button type="button" class="btn sm" onClick={() => model.allow(id)}>
                {i18n.t("calendar.allow")}
              </button>
            ) : (
              <button type="button" class="btn sm" onClick={() => model.readAgain(id)}>
                {i18n.t("calendar.tryAgain")}
              </button>
            )}
          </div>
        </div>
      )}
      {waiting && model.preview.shown.value?.calendarId !== id && (
        <div class="notice" role="status">
          <Icon of={CalendarDays} />
          <p>{i18n.t(first ? "calendar.chooseFirst" : "calendar.chooseMore")}</p>
          <div class="btns">
            <button type="button" class="btn sm primary" onClick={() => model.choose(id)}>
              {i18n.t("calendar.choosing")}
            </button>
          </div>
        </div>
      )}
      {differing.length > 0 && (
        <div>
          <p class="hint">{i18n.t("calendar.differing")}</p>
          <ul class="list">
            {differing.map((meeting) => (
              <li key={meeting.id} class="row flat">
                <a class="main" href={`#/meetings/${encodeURIComponent(meeting.id)}`}>
                  {meeting.title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function stateOf({ readAt, meetings, host, first }: CalendarView, now: number): string {
  if (readAt === 0) return `${host} · ${i18n.t("calendar.waitsFirst")}`;
  const read =
    now - readAt < 60_000 ? i18n.t("calendar.readNow") : i18n.t("calendar.read", [untilInstant(readAt, now)]);
  return first ? `${host} · ${read}` : `${host} · ${read}, ${i18n.t("calendar.meetings", meetings)}`;
}
