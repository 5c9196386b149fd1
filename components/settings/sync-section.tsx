import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SettingsModel } from "@/lib/state/settings.ts";

/** How browsers are kept in step. Loaded apart: no other page needs it. */
export function SyncSection({ model }: { model: SettingsModel }) {
  const [parts, setParts] = useState<VNode | null>(null);
  useEffect(() => {
    void Promise.all([import("@/components/sync/sync-sections.tsx"), model.loadSync()]).then(
      ([{ SyncSections }, loaded]) => setParts(<SyncSections model={loaded} />),
    );
  }, [model]);
  return parts;
}
