import { useEffect, useMemo } from "preact/hooks";
import "@/components/styles/roadmap.css";
import { RoadmapScreen } from "@/components/roadmap/roadmap-screen.tsx";
import { createCamera } from "@/lib/state/roadmap-camera.ts";
import { createRoadmap } from "@/lib/state/roadmap.ts";

/** All views of the roadmap but the list of goals. */
export function RoadmapLaterPage({
  shown,
  onView,
}: {
  shown: "picture" | "board" | "table";
  onView: (view: "goals" | "table") => void;
}) {
  const { model, camera } = useMemo(() => {
    const roadmap = createRoadmap();
    return { model: roadmap, camera: createCamera(roadmap.view) };
  }, []);
  useEffect(() => () => camera[Symbol.dispose](), []);
  return <RoadmapScreen model={model} camera={camera} shown={shown} onView={onView} />;
}
