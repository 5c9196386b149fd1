import { Footprints, ZoomIn, ZoomOut } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { rangeKinds } from "@/lib/domain/roadmap-time.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";

/** How much time is shown, and whether the agreed plan is drawn behind it. */
export function PictureTools({
  model,
  camera,
  view,
}: {
  model: RoadmapModel;
  camera: CameraModel;
  view: RoadmapView;
}) {
  return (
    <>
      <Segments
        label={i18n.t("roadmap.range")}
        value={camera.range.value ?? ""}
        options={rangeKinds.map((value) => ({ value, label: i18n.t(`roadmap.ranges.${value}`) }))}
        onChange={(value) => {
          const kind = rangeKinds.find((each) => each === value);
          if (kind) camera.chooseRange(kind);
        }}
      />
      <span class="zoom">
        <IconButton name={i18n.t("roadmap.zoomOut")} icon={ZoomOut} onClick={() => camera.zoom(1.5)} />
        <IconButton name={i18n.t("roadmap.zoomIn")} icon={ZoomIn} onClick={() => camera.zoom(1 / 1.5)} />
        <IconButton
          name={i18n.t("roadmap.today")}
          icon={Footprints}
          onClick={() => camera.reveal(view.todayAt, true)}
        />
      </span>
      {view.plan && (
        <label class="pick plan-switch">
          <input
            class="switch"
            type="checkbox"
            role="switch"
            checked={model.planShown.value}
            onChange={(event) => {
              model.planShown.value = event.currentTarget.checked;
            }}
          />
          {i18n.t("roadmap.plan", [shortDay(view.plan.on, view.today)])}
        </label>
      )}
    </>
  );
}

function IconButton({
  name,
  icon,
  onClick,
}: {
  name: string;
  icon: Parameters<typeof Icon>[0]["of"];
  onClick: () => void;
}) {
  return (
    <button type="button" class="icon-btn" aria-label={name} title={name} onClick={onClick}>
      <Icon of={icon} />
    </button>
  );
}
