import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SettingsModel } from "@/lib/state/settings.ts";

/** Where meetings come from. Loaded apart: no other page needs it. */
export function MeetingsSection({ model }: { model: SettingsModel }) {
  const [calendars, setCalendars] = useState<VNode | null>(null);
  useEffect(() => {
    void Promise.all([import("./calendar-sections.tsx"), model.loadCalendars()]).then(
      ([{ CalendarSections }, loaded]) => setCalendars(<CalendarSections model={loaded} />),
    );
  }, [model]);
  return <>{calendars}</>;
}
