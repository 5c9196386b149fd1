import { Check, Copy, Download, KeyRound, Printer } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { SyncSetUpModel } from "@/lib/state/sync-set-up.ts";
import { CodeForm } from "./code-form.tsx";
import { SetUpSteps } from "./set-up-steps.tsx";

/** The recovery code, shown until its end was typed as proof that it was written down. */
export function CodeSheet({ model }: { model: SyncSetUpModel }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const groups = (model.code.value ?? "").split("-");
  return (
    <SetSection title={i18n.t("sync.title")} intro={i18n.t("sync.intro")}>
      <SetUpSteps at="code" />
      <section class="code-sheet">
        <h3 class="head" ref={head} tabIndex={-1}>
          <Icon of={KeyRound} />
          {i18n.t("sync.code.title")}
        </h3>
        <p class="code mono">
          {groups.map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </p>
        <p>{i18n.t("sync.code.why")}</p>
        <p class="soft">{i18n.t("sync.code.guard")}</p>
      </section>
      <div class="btns">
        <button type="button" class="btn" onClick={() => model.copyCode()}>
          <Icon of={Copy} size="sm" />
          {i18n.t("sync.code.copy")}
        </button>
        <button type="button" class="btn" onClick={() => model.printCode()}>
          <Icon of={Printer} size="sm" />
          {i18n.t("sync.code.print")}
        </button>
        <button type="button" class="btn" onClick={() => model.saveCode()}>
          <Icon of={Download} size="sm" />
          {i18n.t("sync.code.download")}
        </button>
      </div>
      <CodeForm
        label={i18n.t("sync.code.confirm")}
        hint={i18n.t("sync.code.confirmHint")}
        submit={i18n.t("sync.code.confirmButton")}
        icon={Check}
        short
        onSubmit={(typed) => model.confirmShown(typed)}
      >
        <button type="button" class="btn quiet" onClick={() => model.showCode(false)}>
          {i18n.t("sync.code.later")}
        </button>
      </CodeForm>
    </SetSection>
  );
}
