import { SettingsScreen } from "@/components/settings/settings-screen.tsx";
import type { SettingsSection } from "@/lib/state/route.ts";
import { createSettings } from "@/lib/state/settings.ts";
import { Later } from "./later.tsx";
import { useModelOf } from "./use-model.ts";

const loadExchange = async () => (await import("./exchange-part.tsx")).ExchangePart;

/** How Milepost behaves. Loaded apart. */
export function SettingsPage({ section }: { section: SettingsSection }) {
  return (
    <SettingsScreen
      model={useModelOf(createSettings, [])}
      section={section}
      exchange={<Later load={loadExchange} props={{}} />}
    />
  );
}
