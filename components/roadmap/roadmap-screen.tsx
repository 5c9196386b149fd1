import { Plus, Route } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { CameraModel } from "@/lib/state/roadmap-camera.ts";
import type { RoadmapModel } from "@/lib/state/roadmap.ts";
import { AddMilestone } from "./add-milestone.tsx";
import { Board } from "./board.tsx";
import { Picture } from "./picture.tsx";
import { PictureTools } from "./picture-tools.tsx";
import { RoadmapEmpty } from "./roadmap-empty.tsx";
import { SaveMenu } from "./save-menu.tsx";
import { RoadmapTable } from "./table.tsx";

/** The roadmap as picture, board or table, with the tools of each. Stands beside the choice of the view. */
export function RoadmapScreen({
  model,
  camera,
  shown,
  onView,
}: {
  model: RoadmapModel;
  camera: CameraModel;
  shown: "picture" | "board" | "table";
  onView: (view: "goals" | "table") => void;
}) {
  const [adding, setAdding] = useState(false);
  const tools = useReturnFocus<HTMLDivElement>(adding);
  const view = model.view.value;
  if (!view) return null;
  if (view.goals.length === 0) {
    return (
      <div class="rm-body">
        <RoadmapEmpty onGoals={() => onView("goals")} />
      </div>
    );
  }
  const open = view.goals.some(({ status }) => status === "open");
  return (
    <>
      <div ref={tools} class="rm-tools">
        {shown === "picture" && <PictureTools model={model} camera={camera} view={view} />}
        <span class="end">
          {open && !adding && (
            <button type="button" class="btn quiet" data-return onClick={() => setAdding(true)}>
              <Icon of={Plus} />
              {i18n.t("roadmap.addMilestone")}
            </button>
          )}
          <a class="btn quiet" href="#/templates">
            <Icon of={Route} />
            {i18n.t("roadmap.templates")}
          </a>
          <SaveMenu view={view} />
        </span>
      </div>
      <div class="rm-body">
        {adding && <AddMilestone model={model} view={view} onClose={() => setAdding(false)} />}
        {shown === "picture" && (
          <Picture model={model} camera={camera} view={view} onTable={() => onView("table")} />
        )}
        {shown === "board" && <Board model={model} view={view} />}
        {shown === "table" && <RoadmapTable model={model} view={view} />}
      </div>
    </>
  );
}
