import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { useLoadedPart } from "@/components/kit/use-loaded-part.ts";
import { timeOf } from "@/lib/domain/civil-time.ts";
import { clockTime } from "@/lib/i18n/dates.ts";
import { countedReminders, dueReminders } from "@/lib/state/reminders-apart.ts";
import { newInRoomWords } from "@/lib/state/sync-apart.ts";
import type { TodayModel } from "@/lib/state/today.ts";
import { Aside } from "./aside.tsx";
import { Lede } from "./lede.tsx";
import { MeetingItem } from "./meeting-item.tsx";
import { ReminderItem } from "./reminder-item.tsx";
import { TaskItem } from "./task-item.tsx";

/** What is behind its date, what is now, what comes. Content of the Shell's main, which draws the date as heading. */
export function TodayScreen({ model, hint }: { model: TodayModel; hint?: ComponentChildren }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const { today } = view;
  // A backup has a word of its own above, with the button that makes one.
  const reminders = dueReminders.value.filter(({ kind }) => kind !== "backupOverdue");
  const now = model.minute.value;
  const nothing = [view.past, reminders, view.ahead].every((stops) => stops.length === 0);
  return (
    <div ref={page} tabIndex={-1} class="today-page">
      {model.sample.size.value?.mentorshipId === view.mentorshipId && <Sample model={model} />}
      {model.backup.due.value && <Backup model={model} />}
      <div class="cols aside">
        <div>
          <Lede view={view} reviews={countedReminders.value} />
          {newInRoomWords.value && (
            <p>
              <a href="#/room">{newInRoomWords}</a>
            </p>
          )}
          {nothing ? (
            <Empty
              title={i18n.t("today.empty.title")}
              why={i18n.t("today.empty.why")}
              example={i18n.t("today.empty.example")}
            >
              <a class="btn primary" href={view.hasGoals ? "#/meetings" : "#/roadmap"}>
                {i18n.t(view.hasGoals ? "popup.planMeeting" : "popup.addGoal")}
              </a>
            </Empty>
          ) : (
            <ol class="day">
              {view.past.map((stop) => (
                <TaskItem key={stop.id} stop={stop} today={today} model={model} />
              ))}
              <li class="now">
                <time>{clockTime(timeOf(now, Temporal.Now.timeZoneId()))}</time>
                <span class="mark">
                  <span class="dot" />
                </span>
                <span class="what">
                  <span class="sr">{i18n.t("popup.now")}</span>
                </span>
              </li>
              {reminders.map((line) => (
                <ReminderItem key={line.key} of={line} today={today} choices={model.snoozeChoices()} />
              ))}
              {view.ahead.map((stop) =>
                stop.kind === "meeting" ? (
                  <MeetingItem key={stop.id} stop={stop} today={today} now={now} model={model} />
                ) : (
                  <TaskItem key={stop.id} stop={stop} today={today} model={model} />
                ),
              )}
            </ol>
          )}
        </div>
        <Aside model={model} view={view} hint={hint} />
      </div>
    </div>
  );
}

function Sample({ model }: { model: TodayModel }) {
  return useLoadedPart(async () => {
    const { SampleNotice } = await import("./sample-notice.tsx");
    return <SampleNotice model={model.sample} />;
  }, [model]);
}

function Backup({ model }: { model: TodayModel }) {
  return useLoadedPart(async () => {
    const { BackupNotice } = await import("./backup-notice.tsx");
    return <BackupNotice model={model.backup} />;
  }, [model]);
}
