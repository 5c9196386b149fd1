import { CircleAlert, Folder } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import type { BackupScheduleModel } from "@/lib/state/backup-schedule.ts";
import { SetSection } from "./set-section.tsx";

const rhythms = ["off", "day", "week"] as const;
const places = ["downloads", "folder"] as const;

function labelOf(problem: NonNullable<BackupScheduleModel["problem"]["value"]>) {
  if (problem === "folderGone") return "schedule.otherFolder";
  return problem === "downloadFailed" ? "schedule.again" : "schedule.allow";
}

/** Backups that are made by themselves. */
export function ScheduleSection({ model }: { model: BackupScheduleModel }) {
  const schedule = model.schedule.value;
  if (!schedule) return null;
  const { every, to } = schedule;
  const on = every !== "off";
  const problem = model.problem.value;
  const folder = model.folder.value;
  return (
    <SetSection title={i18n.t("schedule.title")} intro={i18n.t("schedule.intro")}>
      <Segments
        label={i18n.t("schedule.title")}
        value={every}
        options={rhythms.map((value) => ({ value, label: i18n.t(`schedule.every.${value}`) }))}
        onChange={(value) => model.choose(value, to)}
      />
      {model.canPickFolder && (
        <Segments
          label={i18n.t("schedule.to.label")}
          value={to}
          options={places.map((value) => ({ value, label: i18n.t(`schedule.to.${value}`) }))}
          onChange={(value) => model.choose(every, value)}
        />
      )}
      {on && (
        <p class="status">
          <Icon of={Folder} />
          <span>
            <span class="strong">
              {to === "folder" ? (folder?.name ?? "") : i18n.t("schedule.downloadsName")}
            </span>
            <span class="meta">
              {i18n.t(to === "folder" ? "schedule.folderHint" : "schedule.downloadsHint")}
            </span>
          </span>
        </p>
      )}
      {on && to === "folder" && (
        <button type="button" class="btn sm" onClick={() => model.chooseFolder()}>
          {i18n.t("schedule.otherFolder")}
        </button>
      )}
      {on && problem && (
        <div class="notice soon" role="status">
          <Icon of={CircleAlert} />
          <p>{i18n.t(`schedule.problem.${problem}`)}</p>
          <div class="btns">
            <button
              type="button"
              class="btn sm"
              onClick={() => (problem === "folderGone" ? model.chooseFolder() : model.choose(every, to))}
            >
              {i18n.t(labelOf(problem))}
            </button>
          </div>
        </div>
      )}
    </SetSection>
  );
}
