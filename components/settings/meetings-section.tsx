import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SettingsModel } from "@/lib/state/settings.ts";

/** How calls are recognised, and where meetings come from. Loaded apart: no other page needs it. */
export function MeetingsSection({ model }: { model: SettingsModel }) {
  const [parts, setParts] = useState<VNode | null>(null);
  useEffect(() => {
    void Promise.all([
      import("./call-sections.tsx"),
      import("./calendar-sections.tsx"),
      model.loadSites(),
      model.loadCalendars(),
    ]).then(([{ CallSections }, { CalendarSections }, sites, calendars]) =>
      setParts(
        <>
          <CallSections model={sites} />
          <CalendarSections model={calendars} />
        </>,
      ),
    );
  }, [model]);
  return parts;
}
