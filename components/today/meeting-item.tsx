import { Clock, NotebookText, PanelRight, Video } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { FocusSource } from "@/components/meeting/focus-source.tsx";
import { timeOf } from "@/lib/domain/civil-time.ts";
import type { Day, Instant } from "@/lib/domain/envelope.ts";
import { clockTime, nearDay, untilInstant } from "@/lib/i18n/dates.ts";
import type { MeetingStopView } from "@/lib/state/today-view.ts";
import type { TodayModel } from "@/lib/state/today.ts";

/** A meeting on the trail of the day. The next one is drawn large, with what it is for and the way into it. */
export function MeetingItem({
  stop,
  today,
  now,
  model,
}: {
  stop: MeetingStopView;
  today: Day;
  now: Instant;
  model: TodayModel;
}) {
  const time = clockTime(timeOf(stop.startsAt, Temporal.Now.timeZoneId()));
  const facts = (
    <p class="meta dots">
      {stop.on !== today && <span>{time}</span>}
      {stop.platform && <span>{stop.platform}</span>}
      <span>{i18n.t("popup.minutes", [String(stop.minutes)])}</span>
      {stop.topics > 0 && (
        <span>
          {i18n.t("popup.topics", stop.topics)}
          {stop.carried > 0 && `, ${i18n.t("popup.carried", [String(stop.carried)])}`}
        </span>
      )}
    </p>
  );
  const when = <time>{stop.on === today ? time : nearDay(stop.on, today)}</time>;
  const link = `#/meetings/${encodeURIComponent(stop.id)}`;
  if (!stop.hero) {
    return (
      <li>
        {when}
        <span class="mark">
          <span class="dot ring" />
        </span>
        <div class="what">
          <a href={link}>{stop.title}</a>
          {facts}
        </div>
      </li>
    );
  }
  const soon = stop.startsAt - now < 3_600_000;
  const begun = stop.startsAt <= now;
  return (
    <li class="hero-stop">
      {when}
      <span class="mark">
        <span class="dot ring" />
      </span>
      <div class="what hero">
        <h2>
          <a href={link}>{stop.title}</a>
        </h2>
        <span class={soon ? "chip soon" : "chip"}>
          <Icon of={Clock} size="sm" />
          {begun ? i18n.t("popup.now") : untilInstant(stop.startsAt, now)}
        </span>
        {facts}
        {stop.focus && <p class="doc">{stop.focus}</p>}
        {stop.focus && stop.focusGoal && <FocusSource focus={stop.focus} source={stop.focusGoal} />}
        <div class="btns">
          <button type="button" class="btn primary" onClick={() => model.openBrief(stop.id)}>
            <Icon of={model.inTab.value ? PanelRight : NotebookText} flip />
            {i18n.t(model.inTab.value ? "today.briefInPanel" : "today.brief")}
          </button>
          {stop.roomUrl && (
            <a class="btn" href={stop.roomUrl} target="_blank" rel="noreferrer">
              <Icon of={Video} />
              {i18n.t("popup.join")}
            </a>
          )}
        </div>
      </div>
    </li>
  );
}
