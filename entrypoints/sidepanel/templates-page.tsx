import "@/components/styles/templates.css";
import { Gallery } from "@/components/templates/gallery.tsx";
import { createTemplates } from "@/lib/state/templates.ts";
import { useModelOf } from "./use-model.ts";

export function TemplatesPage() {
  return <Gallery model={useModelOf(createTemplates, [])} />;
}
