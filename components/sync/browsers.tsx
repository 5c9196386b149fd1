import { Laptop, Pencil } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { SetSection } from "@/components/settings/set-section.tsx";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { SyncModel } from "@/lib/state/sync.ts";

/** All browsers of the person, this one marked and first. */
export function Browsers({ model }: { model: SyncModel }) {
  const [naming, setNaming] = useState(false);
  const browsers = (model.browsers.value ?? []).toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
  return (
    <SetSection title={i18n.t("sync.browsers.title")} intro={i18n.t("sync.browsers.intro")}>
      <ul class="list devices">
        {browsers.map(({ id, name, since, isThis }) => (
          <li class="row" key={id}>
            <Icon of={Laptop} />
            {isThis && naming ? (
              <InlineForm
                label={i18n.t("sync.browsers.rename")}
                submit={i18n.t("common.save")}
                draft="sync-browser-name"
                onSave={(value) => model.rename(value("name"))}
                onClose={() => setNaming(false)}
              >
                <input
                  class="input"
                  name="name"
                  type="text"
                  maxLength={60}
                  aria-label={i18n.t("sync.browsers.name")}
                  defaultValue={name}
                />
              </InlineForm>
            ) : (
              <>
                <span class="main break">
                  {name} {isThis && <span class="meta">{i18n.t("sync.browsers.this")}</span>}
                </span>
                <span class="meta">{i18n.t("sync.browsers.since", [dayOfInstant(since)])}</span>
                {isThis && (
                  <button
                    type="button"
                    class="icon-btn sm"
                    aria-label={i18n.t("sync.browsers.rename")}
                    title={i18n.t("sync.browsers.rename")}
                    onClick={() => setNaming(true)}
                  >
                    <Icon of={Pencil} />
                  </button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {browsers.length === 1 && <p class="hint">{i18n.t("sync.browsers.alone")}</p>}
    </SetSection>
  );
}
