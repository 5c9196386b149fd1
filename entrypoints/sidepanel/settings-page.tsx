import { SettingsScreen } from "@/components/settings/settings-screen.tsx";
import type { SettingsSection } from "@/lib/state/route.ts";
import { createSettings } from "@/lib/state/settings.ts";
import { useModelOf } from "./use-model.ts";

/** How Milepost behaves. Loaded apart. */
export function SettingsPage({ section }: { section: SettingsSection }) {
  return <SettingsScreen model={useModelOf(createSettings, [])} section={section} />;
}
