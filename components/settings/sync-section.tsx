import { useLoadedPart } from "@/components/kit/use-loaded-part.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";

/** How browsers are kept in step. Loaded apart: no other page needs it. */
export function SyncSection({ model }: { model: SettingsModel }) {
  return useLoadedPart(async () => {
    const [{ SyncSections }, loaded] = await Promise.all([
      import("@/components/sync/sync-sections.tsx"),
      model.loadSync(),
    ]);
    return <SyncSections model={loaded} />;
  }, [model]);
}
