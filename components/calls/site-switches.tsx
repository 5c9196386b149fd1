import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import type { CallSitesModel } from "@/lib/state/call-sites.ts";

/** The first ones are what most people use; the others are folded away. */
const shownSites = 6;

/** One switch for each site on which calls are recognised; the browser asks for each. */
export function SiteSwitches({ model }: { model: CallSitesModel }) {
  const allowed = model.allowed.value;
  const refused = model.refused.value;
  const first = model.sites.slice(0, shownSites);
  const others = model.sites.slice(shownSites);
  const switches = (sites: typeof first) => (
    <ul class="site-switches">
      {sites.map(({ platform, name }) => (
        <SiteSwitch
          key={platform}
          name={name}
          on={allowed.has(platform)}
          onTurn={(on) => model.turn(platform, on)}
        />
      ))}
    </ul>
  );
  return (
    <div class="sites">
      {switches(first)}
      <details open={others.some(({ platform }) => allowed.has(platform))}>
        <summary>{i18n.t("calls.sites.more")}</summary>
        {switches(others)}
      </details>
      <p class="hint" role="status">
        {refused
          ? i18n.t("calls.sites.refused", [platformName(refused)])
          : allowed.size === 0
            ? i18n.t("calls.sites.without")
            : ""}
      </p>
    </div>
  );
}

function SiteSwitch({ name, on, onTurn }: { name: string; on: boolean; onTurn: (on: boolean) => void }) {
  const id = useId();
  return (
    <li>
      <label class="pick" for={id}>
        <input
          id={id}
          class="switch"
          type="checkbox"
          role="switch"
          checked={on}
          onChange={(event) => {
            const input = event.currentTarget;
            const wanted = input.checked;
            // The browser is still to be asked: until it says yes the switch stays where it was.
            input.checked = on;
            onTurn(wanted);
          }}
        />
        <span>{name}</span>
      </label>
    </li>
  );
}
