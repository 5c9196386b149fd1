import { useLoadedPart } from "@/components/kit/use-loaded-part.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";

/** How calls are recognised, and where meetings come from. Loaded apart: no other page needs it. */
export function MeetingsSection({ model }: { model: SettingsModel }) {
  return useLoadedPart(async () => {
    const [{ CallSections }, { CalendarSections }, sites, calendars] = await Promise.all([
      import("./call-sections.tsx"),
      import("./calendar-sections.tsx"),
      model.loadSites(),
      model.loadCalendars(),
    ]);
    return (
      <>
        <CallSections model={sites} />
        <CalendarSections model={calendars} />
      </>
    );
  }, [model]);
}
