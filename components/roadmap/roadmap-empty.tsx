import { Route } from "lucide";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";

/** A roadmap without goals: what it will be, and a way to begin. */
export function RoadmapEmpty({ onGoals }: { onGoals: () => void }) {
  return (
    <Empty
      title={i18n.t("roadmap.empty.title")}
      why={i18n.t("roadmap.empty.why")}
      example={i18n.t("roadmap.empty.example")}
    >
      <div class="btns">
        <a class="btn primary" href="#/templates">
          <Icon of={Route} />
          {i18n.t("roadmap.empty.action")}
        </a>
        <button type="button" class="btn quiet" onClick={onGoals}>
          {i18n.t("roadmap.empty.write")}
        </button>
      </div>
    </Empty>
  );
}
