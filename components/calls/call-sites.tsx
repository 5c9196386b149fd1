import "@/components/styles/calls.css";
import type { CallSitesModel } from "@/lib/state/call-sites.ts";
import { SiteSwitches } from "./site-switches.tsx";

/** The switches with what they look like, for a page that loads them apart. */
export function CallSites({ model }: { model: CallSitesModel }) {
  return <SiteSwitches model={model} />;
}
