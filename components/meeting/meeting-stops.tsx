import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MeetingStop } from "@/lib/state/paths.ts";

const stops = ["brief", "notes", "wrap-up"] as const satisfies readonly MeetingStop[];
const labels = { brief: "meeting.brief", notes: "meeting.notes", "wrap-up": "meeting.wrapUp" } as const;

/** The panel that the tabs of a meeting open, for `aria-controls`. */
export const stopPanelId = "meeting-stop";

/**
 * The three stops of a meeting as a short trail of tabs, and apart from them the way to the goals. They are links, so
 * each stop has an address; arrow keys move between them, Enter opens.
 */
export function MeetingStops({ meetingId, stop }: { meetingId: Id; stop: MeetingStop | "goals" }) {
  const list = useRef<HTMLDivElement>(null);
  const at = stop === "goals" ? -1 : stops.indexOf(stop);

  const onKeyDown = (event: KeyboardEvent): void => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
    const index = tabs.findIndex((tab) => tab === document.activeElement);
    const forward = getComputedStyle(event.currentTarget as Element).direction === "rtl" ? -1 : 1;
    const moves: Record<string, number> = {
      ArrowRight: index + forward,
      ArrowLeft: index - forward,
      Home: 0,
      End: -1,
    };
    const next = moves[event.key];
    if (next === undefined || index < 0) return;
    event.preventDefault();
    tabs.at(next % tabs.length)?.focus();
  };

  return (
    <nav class="stops" aria-label={i18n.t("meeting.stops")}>
      <div ref={list} role="tablist" aria-label={i18n.t("meeting.stops")} onKeyDown={onKeyDown}>
        {stops.map((each, index) => (
          <Fragment key={each}>
            {index > 0 && <span class={index <= at ? "leg walked" : "leg"} aria-hidden="true" />}
            <Tab
              id={each}
              href={`#/meetings/${encodeURIComponent(meetingId)}?at=${each}`}
              label={i18n.t(labels[each])}
              selected={each === stop}
            />
          </Fragment>
        ))}
        <Tab id="goals" href="#/roadmap" label={i18n.t("meeting.goals")} selected={stop === "goals"} apart />
      </div>
    </nav>
  );
}

function Tab(tab: { id: string; href: string; label: string; selected: boolean; apart?: boolean }) {
  return (
    <a
      role="tab"
      id={`stop-${tab.id}`}
      class={tab.apart ? "apart" : undefined}
      href={tab.href}
      aria-selected={tab.selected}
      aria-controls={tab.selected && !tab.apart ? stopPanelId : undefined}
      tabIndex={tab.selected ? 0 : -1}
    >
      {tab.label}
    </a>
  );
}
