import type { ComponentChildren, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { GoalScreen } from "@/components/goals/goal-screen.tsx";
import { GoalsScreen } from "@/components/goals/goals-screen.tsx";
import { CaptureLine } from "@/components/kit/capture-line.tsx";
import { NotFound } from "@/components/shell/not-found.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { createGoals } from "@/lib/state/goals.ts";
import type { Route } from "@/lib/state/route.ts";
import type { ShellModel, ShellView } from "@/lib/state/shell.ts";
import { useModelOf } from "./use-model.ts";

interface Props {
  shell: ShellModel;
  view: ShellView;
  at: Route;
}

/** Which page stands in the frame. */
export function Page({ shell, view, at }: Props): VNode | null {
  switch (at.page) {
    case "roadmap":
      return (
        <Framed shell={shell} view={view} path="/roadmap" title={i18n.t("nav.goals")}>
          <Goals />
        </Framed>
      );
    case "goal":
      return (
        <Framed
          shell={shell}
          view={view}
          path={`/goals/${encodeURIComponent(at.id)}`}
          title={i18n.t("nav.goals")}
        >
          <Goals id={at.id} />
        </Framed>
      );
    case "auto":
      // The panel is choosing what fits the active tab.
      return null;
    default:
      return (
        <Framed shell={shell} view={view} path="" title={i18n.t("notFound.title")}>
          <NotFound path={at.page === "unknown" ? at.path : `/${at.page}`} />
        </Framed>
      );
  }
}

/** A page with the capture line at its bottom edge. */
function Framed({
  shell,
  view,
  path,
  title,
  children,
}: Omit<Props, "at"> & { path: string; title: string; children: ComponentChildren }) {
  useEffect(() => {
    document.title = `${title} · ${i18n.t("common.milepost")}`;
  }, [title]);
  return (
    <Shell
      model={shell}
      view={view}
      path={path}
      title={title}
      footer={<CaptureLine capture={shell.capture} name={i18n.t("capture.name")} />}
    >
      {children}
    </Shell>
  );
}

function Goals({ id }: { id?: string }) {
  const model = useModelOf(createGoals, []);
  return id ? <GoalScreen model={model} id={id} /> : <GoalsScreen model={model} />;
}
