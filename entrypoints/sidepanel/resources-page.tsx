import "@/components/styles/prepare.css";
import { ResourcesScreen } from "@/components/resources/resources-screen.tsx";
import { createResources } from "@/lib/state/resources.ts";
import { useModelOf } from "./use-model.ts";

/** What is read and what is practised. Loaded apart. */
export function ResourcesPage() {
  return <ResourcesScreen model={useModelOf(createResources, [])} />;
}
