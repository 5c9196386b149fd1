import { i18n } from "#i18n";
import { commandKeys, searchKeys } from "@/components/kit/page-keys.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";
import { PrivacySection } from "./privacy-section.tsx";
import { SetSection } from "./set-section.tsx";

/** Which version this is, its keys, and what it does with what you write. */
export function AboutSection({ model }: { model: SettingsModel }) {
  const keys = model.keys.value;
  return (
    <>
      <SetSection
        title={i18n.t("settings.about.keys")}
        intro={i18n.t(
          model.browserKind === "firefox" ? "settings.about.keysFirefox" : "settings.about.keysChrome",
        )}
      >
        <dl class="keys">
          <Key name={i18n.t("settings.about.popup")} keys={keys.popup} />
          <Key name={i18n.t("settings.about.panel")} keys={keys.panel} />
          <Key name={i18n.t("settings.about.kind")} keys={i18n.t("settings.about.kindKeys")} />
          <Key name={i18n.t("settings.about.person")} keys={i18n.t("settings.about.personKeys")} />
          <Key name={i18n.t("search.title")} keys={searchKeys} />
          <Key name={i18n.t("settings.about.undo")} keys={commandKeys("Z")} />
          <Key name={i18n.t("settings.about.redo")} keys={commandKeys("Y")} />
          <Key name={i18n.t("settings.about.move")} keys={i18n.t("settings.about.moveKeys")} />
          <Key name={i18n.t("settings.about.indent")} keys={i18n.t("settings.about.indentKeys")} />
          <Key name={i18n.t("settings.about.sheet")} keys="?" />
        </dl>
        <label class="pick">
          <input
            type="checkbox"
            class="switch"
            role="switch"
            checked={model.singleKeys.value}
            onChange={(event) => model.allowSingleKeys(event.currentTarget.checked)}
          />
          <span>
            {i18n.t("search.singleKeys")}
            <span class="hint">{i18n.t("search.singleKeysHint")}</span>
          </span>
        </label>
        <button type="button" class="btn sm" onClick={() => model.openShortcuts()}>
          {i18n.t("settings.about.changeKeys")}
        </button>
      </SetSection>
      <PrivacySection model={model} />
      <SetSection title={i18n.t("common.milepost")} intro={i18n.t("settings.about.intro")}>
        <dl class="keys">
          <div>
            <dt>{i18n.t("settings.about.version")}</dt>
            <dd class="num">{model.version}</dd>
          </div>
          <div>
            <dt>{i18n.t("settings.about.licence")}</dt>
            <dd>{i18n.t("settings.about.mit")}</dd>
          </div>
        </dl>
      </SetSection>
    </>
  );
}

function Key({ name, keys }: { name: string; keys: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{keys ? <kbd>{keys}</kbd> : <span class="meta">{i18n.t("settings.about.notSet")}</span>}</dd>
    </div>
  );
}
