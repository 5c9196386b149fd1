import "@/components/styles/calls.css";
import { i18n } from "#i18n";
import { SiteSwitches } from "@/components/calls/site-switches.tsx";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import type { CallSitesModel } from "@/lib/state/call-sites.ts";
import { SetSection } from "./set-section.tsx";

/** Where calls are recognised, and the rooms for which nothing is offered. */
export function CallSections({ model }: { model: CallSitesModel }) {
  const silenced = model.silenced.value ?? [];
  return (
    <>
      <SetSection title={i18n.t("calls.sites.title")} intro={i18n.t("calls.sites.intro")}>
        <SiteSwitches model={model} />
      </SetSection>
      <SetSection
        title={i18n.t("calls.silenced.title")}
        intro={i18n.t(silenced.length > 0 ? "calls.silenced.intro" : "calls.silenced.none")}
      >
        {silenced.length > 0 && (
          <ul class="list">
            {silenced.map(({ id, key }) => (
              <li class="row flat" key={id}>
                <span class="main break">{roomWords(key)}</span>
                <button
                  type="button"
                  class="btn sm"
                  aria-label={i18n.t("calls.silenced.againFor", [roomWords(key)])}
                  onClick={() => model.offerAgain(key)}
                >
                  {i18n.t("calls.silenced.again")}
                </button>
              </li>
            ))}
          </ul>
        )}
      </SetSection>
    </>
  );
}

/** "Google Meet abc-defg-hij" */
function roomWords(key: string): string {
  const [platform = "", ...name] = key.split(":");
  return platform === "other" ? name.join(":") : `${platformName(platform)} ${name.join(":")}`;
}
