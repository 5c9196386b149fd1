import { Laptop, Pencil, Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { SpaceBrowser } from "@/lib/domain/space.ts";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { SyncModel } from "@/lib/state/sync.ts";
import { LetInForm } from "./let-in-form.tsx";
import { momentWords } from "./moment-words.ts";
import { SetUpTrouble } from "./set-up-trouble.tsx";

/** All browsers of the person, this one marked and first. */
export function Browsers({ model }: { model: SyncModel }) {
  const [naming, setNaming] = useState(false);
  const [leaving, setLeaving] = useState<SpaceBrowser | null>(null);
  const [adding, setAdding] = useState(false);
  const body = useKeepFocus<HTMLDivElement>(true);
  const busy = model.browsers.busy.value;
  const browsers = model.browsers.all.value ?? [];
  return (
    <SetSection title={i18n.t("sync.browsers.title")} intro={i18n.t("sync.browsers.intro")} body={body}>
      <ul class="list devices">
        {browsers.map((browser) => (
          <li class="row" key={browser.id}>
            <Icon of={Laptop} />
            {browser.isThis && naming ? (
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
                  defaultValue={browser.name}
                />
              </InlineForm>
            ) : (
              <>
                <span class="main break">
                  {browser.name} {browser.isThis && <span class="meta">{i18n.t("sync.browsers.this")}</span>}
                  {browser.isAwaited && <span class="meta">{i18n.t("sync.browsers.awaited")}</span>}
                </span>
                {!browser.isAwaited && <span class="meta">{timeWords(browser, model.now.value)}</span>}
                {browser.isThis ? (
                  <button
                    type="button"
                    class="icon-btn sm"
                    aria-label={i18n.t("sync.browsers.rename")}
                    title={i18n.t("sync.browsers.rename")}
                    onClick={() => setNaming(true)}
                  >
                    <Icon of={Pencil} />
                  </button>
                ) : (
                  browser.holder !== null && (
                    <button
                      type="button"
                      class="btn sm"
                      aria-label={i18n.t("sync.browsers.takeOutNamed", [browser.name])}
                      aria-busy={busy === browser.holder}
                      disabled={busy !== null && busy !== browser.holder}
                      onClick={() => setLeaving(browser)}
                    >
                      {i18n.t(busy === browser.holder ? "sync.browsers.goingOut" : "sync.browsers.takeOut")}
                    </button>
                  )
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {!adding && <SetUpTrouble model={model.browsers} />}
      <ConfirmDialog
        open={leaving !== null}
        title={i18n.t("sync.browsers.takeOutAsk", [leaving?.name ?? ""])}
        confirm={i18n.t("sync.browsers.takeOutConfirm")}
        onConfirm={() => leaving && void model.browsers.takeOut(leaving)}
        onClose={() => setLeaving(null)}
      >
        <p>{i18n.t("sync.browsers.takeOutText")}</p>
        <p>{i18n.t("sync.browsers.takeOutKeeps")}</p>
        <p>{i18n.t("sync.browsers.takeOutLost")}</p>
      </ConfirmDialog>
      {adding ? (
        <LetInForm model={model.browsers} onClose={() => setAdding(false)} />
      ) : (
        <div class="btns">
          <button type="button" class="btn sm" data-return onClick={() => setAdding(true)}>
            <Icon of={Plus} size="sm" />
            {i18n.t("sync.browsers.add")}
          </button>
        </div>
      )}
      {browsers.length === 1 && <p class="hint">{i18n.t("sync.browsers.alone")}</p>}
    </SetSection>
  );
}

/** When it last let hear from itself; of this one, and of one of which that is not known, since when it is there. */
function timeWords({ isThis, lastAt, since }: SpaceBrowser, now: number): string {
  return isThis || lastAt === null
    ? i18n.t("sync.browsers.since", [dayOfInstant(since)])
    : i18n.t("sync.browsers.lastSent", [momentWords(lastAt, now)]);
}
