import { Clock, NotebookPen, Video } from "lucide";
import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import { clockTime, inDays, nearDay, shortDay, untilInstant } from "@/lib/i18n/dates.ts";
import type { PopupModel, PopupView } from "@/lib/state/popup.ts";

/** The next meeting and the next milestone, as the two nearest stops of the trail. */
export function NextSteps({ view, model, inRoom }: { view: PopupView; model: PopupModel; inRoom: boolean }) {
  return (
    <ol class="walk ahead-list">
      {view.meeting ? (
        !inRoom && <MeetingStop meeting={view.meeting} view={view} model={model} />
      ) : (
        <li class="ahead">
          <span class="mark">
            <span class="dot ring" />
          </span>
          <div class="stop">
            <h2 class="sr">{i18n.t("popup.nextMeeting")}</h2>
            <div class="line">
              <span class="soft">{i18n.t("popup.noMeeting")}</span>
              <button type="button" class="btn sm" onClick={() => model.openWorkspace("/meetings")}>
                {i18n.t("popup.planMeeting")}
              </button>
            </div>
          </div>
        </li>
      )}
      <MilestoneStop view={view} model={model} />
    </ol>
  );
}

function MeetingStop({
  meeting,
  view,
  model,
}: {
  meeting: NonNullable<PopupView["meeting"]>;
  view: PopupView;
  model: PopupModel;
}) {
  const zone = Temporal.Now.timeZoneId();
  const on = dayOf(meeting.startsAt, zone);
  const now = model.minute.value;
  const soon = meeting.startsAt - now < 3_600_000;
  const begun = meeting.startsAt <= now;
  return (
    <li class="ahead">
      <span class="mark">
        <span class="dot" />
      </span>
      <div class="stop">
        <h2 class="sr">{i18n.t("popup.nextMeeting")}</h2>
        <div class="line">
          <p class="title">
            {on !== view.today && <>{nearDay(on, view.today)} </>}
            <time>{clockTime(timeOf(meeting.startsAt, zone))}</time> {meeting.title}
          </p>
          {soon ? (
            <span class="chip soon">
              <Icon of={Clock} size="sm" />
              {begun ? i18n.t("popup.now") : untilInstant(meeting.startsAt, now)}
            </span>
          ) : (
            <span class="meta nowrap">{untilInstant(meeting.startsAt, now)}</span>
          )}
        </div>
        <p class="meta dots">
          {meeting.platform && <span>{meeting.platform}</span>}
          <span>{i18n.t("popup.minutes", [String(meeting.minutes)])}</span>
          {meeting.topics > 0 && (
            <span>
              {i18n.t("popup.topics", meeting.topics)}
              {meeting.carried > 0 && `, ${i18n.t("popup.carried", [String(meeting.carried)])}`}
            </span>
          )}
        </p>
        <div class="btns">
          {meeting.roomUrl && (
            <a class="btn primary" href={meeting.roomUrl} target="_blank" rel="noreferrer">
              <Icon of={Video} />
              {i18n.t("popup.join")}
            </a>
          )}
          <button
            type="button"
            class={meeting.roomUrl ? "btn" : "btn primary"}
            onClick={() => model.openNotes(meeting.id, "notes")}
          >
            <Icon of={NotebookPen} />
            {i18n.t("popup.openNotes")}
          </button>
          <button type="button" class="btn quiet" onClick={() => model.openNotes(meeting.id, "brief")}>
            {i18n.t("popup.brief")}
          </button>
        </div>
      </div>
    </li>
  );
}

function MilestoneStop({ view, model }: { view: PopupView; model: PopupModel }) {
  const { milestone, today } = view;
  if (!milestone) {
    return (
      <li class="ahead">
        <span class="mark">
          <Blaze state="ahead" />
        </span>
        <div class="stop">
          <h2 class="sr">{i18n.t("popup.nextMilestone")}</h2>
          <div class="line">
            <span class="soft">{i18n.t("popup.noMilestone")}</span>
            <button type="button" class="btn sm" onClick={() => model.openWorkspace("/roadmap")}>
              {i18n.t("popup.addMilestone")}
            </button>
          </div>
        </div>
      </li>
    );
  }
  const late = Boolean(milestone.dueOn && milestone.dueOn < today);
  return (
    <li class="ahead">
      <span class="mark">
        <button
          type="button"
          class="tick-blaze"
          aria-label={i18n.t("popup.reach", [milestone.title])}
          title={i18n.t("popup.reach", [milestone.title])}
          onClick={() => void model.reach(milestone)}
        >
          <Blaze state={late ? "late" : "next"} />
        </button>
      </span>
      <div class="stop">
        <h2 class="sr">{i18n.t("popup.nextMilestone")}</h2>
        <div class="line">
          <p class="head break">{milestone.title}</p>
          {milestone.dueOn && <span class="meta nowrap">{shortDay(milestone.dueOn, today)}</span>}
        </div>
        <p class="meta dots">
          <span>{i18n.t("popup.nextMilestone")}</span>
          <span>{i18n.t("popup.phase", [i18n.t(`phases.${milestone.phase}`)])}</span>
          {milestone.dueOn && <span class={late ? "late" : ""}>{inDays(milestone.dueOn, today)}</span>}
        </p>
      </div>
    </li>
  );
}
