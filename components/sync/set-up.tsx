import { HardDrive } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { SyncModel } from "@/lib/state/sync.ts";
import { storageKinds } from "@/lib/state/sync-set-up.ts";
import { AccessForm } from "./access-form.tsx";
import { Found } from "./found.tsx";
import { JoinRequest } from "./join-request.tsx";
import { SetUpTrouble } from "./set-up-trouble.tsx";
import { SetUpSteps } from "./set-up-steps.tsx";

const ways = ["none", ...storageKinds] as const;

function offWords({ setUp, hasRooms }: SyncModel): string {
  if (setUp.request.shown.value) return i18n.t("sync.asksHint");
  return i18n.t(hasRooms.value ? "sync.offWithRooms" : "sync.offHint");
}

/** Off, with what would leave the computer; then where to, and what was found there. */
export function SetUp({ model }: { model: SyncModel }) {
  const { setUp } = model;
  const body = useKeepFocus<HTMLDivElement>(true);
  const [chosen, setWay] = useState<(typeof ways)[number] | null>(null);
  const found = setUp.found.value;
  const request = setUp.request.shown.value;
  const way =
    found?.browser.storage.kind ?? request?.kind ?? chosen ?? setUp.started.value ?? ("none" as const);
  return (
    <SetSection title={i18n.t("sync.title")} intro={i18n.t("sync.intro")} body={body}>
      <p class="status" data-return={way === "none" ? "" : undefined} tabIndex={-1}>
        <Icon of={HardDrive} />
        <span>
          <span class="strong">{i18n.t(request ? "sync.asks" : "sync.off")}</span>
          <span class="meta">{offWords(model)}</span>
        </span>
      </p>
      <dl class="sees">
        {(["leaves", "can", "cannot"] as const).map((what) => (
          <div key={what}>
            <dt>{i18n.t(`sync.sees.${what}`)}</dt>
            <dd>{i18n.t(`sync.sees.${what}Text`)}</dd>
          </div>
        ))}
      </dl>
      <fieldset class="way-opts">
        <legend class="sr">{i18n.t("sync.where.label")}</legend>
        {ways.map((each) => (
          <label class="way-opt" key={each}>
            <input
              class="radio"
              type="radio"
              name="way"
              value={each}
              checked={each === way}
              data-return={each === way ? "" : undefined}
              disabled={setUp.busy.value !== null}
              onChange={() => {
                setWay(each);
                setUp.startOver();
                void setUp.request.drop();
              }}
            />
            <span class="strong">{i18n.t(`sync.where.${each}`)}</span>
            <span class="hint">{i18n.t(`sync.where.${each}Hint`)}</span>
          </label>
        ))}
      </fieldset>
      {way !== "none" && (
        <>
          <SetUpSteps at={found || request || setUp.busy.value === "beginning" ? "code" : "where"} />
          {request ? (
            <JoinRequest model={setUp.request} request={request} />
          ) : found ? (
            <Found model={setUp} found={found} />
          ) : (
            <AccessForm
              model={setUp}
              key={way}
              kind={way}
              label={i18n.t("sync.form.name")}
              draft={setUp.draftIds[way]}
              submit={i18n.t("sync.form.test")}
              busy="testing"
              onSubmit={(form) => setUp.test(form)}
            />
          )}
          <SetUpTrouble model={setUp} />
          {!request && <SetUpTrouble model={setUp.request} />}
        </>
      )}
    </SetSection>
  );
}
