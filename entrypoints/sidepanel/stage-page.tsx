import "@/components/styles/stage.css";
import { StageScreen } from "@/components/stage/stage-screen.tsx";
import { createStages } from "@/lib/state/stages.ts";
import type { PageProps } from "./later-pages.ts";
import { useModelOf } from "./use-model.ts";

/** One stage of the mentorship in focus. Loaded apart. */
export function StagePage({ at }: PageProps) {
  const model = useModelOf(createStages, []);
  if (at.page !== "stage") return null;
  return <StageScreen model={model} stage={at.stage} set={at.set} />;
}
