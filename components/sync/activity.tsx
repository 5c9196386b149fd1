import { i18n } from "#i18n";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { SyncEvent } from "@/lib/domain/space.ts";
import { clockMinute, dayOfInstant } from "@/lib/i18n/dates.ts";

/** What was done, the latest first. */
export function Activity({ events, now }: { events: readonly SyncEvent[]; now: number }) {
  return (
    <SetSection title={i18n.t("sync.activity.title")} intro={i18n.t("sync.activity.intro")}>
      {events.length === 0 ? (
        <p class="meta">{i18n.t("sync.activity.none")}</p>
      ) : (
        <ul class="list counted">
          {events.map((event) => (
            <li class="row flat" key={event.n}>
              <span class="main">{eventWords(event)}</span>
              <span class="meta">
                {dayOfInstant(event.at) !== dayOfInstant(now) && `${dayOfInstant(event.at)}, `}
                {clockMinute(event.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </SetSection>
  );
}

function eventWords(event: SyncEvent): string {
  if (event.kind === "synced") {
    return [
      ...(event.sent > 0 || event.received === 0 ? [i18n.t("sync.activity.sent", event.sent)] : []),
      ...(event.received > 0 ? [i18n.t("sync.activity.received", event.received)] : []),
    ].join(", ");
  }
  if (event.kind === "problem") return i18n.t("sync.activity.problem", [problemWords(event.problem)]);
  if (event.kind === "healed") return i18n.t(`sync.activity.${event.how}`);
  if ("name" in event && event.name) return i18n.t(`sync.activity.${event.kind}Named`, [event.name]);
  if ("count" in event) return i18n.t(`sync.activity.${event.kind}`, event.count);
  return i18n.t(`sync.activity.${event.kind}`);
}

function problemWords(kind: Extract<SyncEvent, { kind: "problem" }>["problem"]): string {
  return kind === "missing" ? i18n.t("sync.activity.missing") : i18n.t(`sync.state.${kind}`);
}
