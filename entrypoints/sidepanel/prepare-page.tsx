import "@/components/styles/prepare.css";
import { PrepareScreen } from "@/components/prepare/prepare-screen.tsx";
import { createPrepare } from "@/lib/state/prepare.ts";
import { useModelOf } from "./use-model.ts";

/** What one brings to a mentorship and wants of it. Loaded apart. */
export function PreparePage() {
  return <PrepareScreen model={useModelOf(createPrepare, [])} />;
}
