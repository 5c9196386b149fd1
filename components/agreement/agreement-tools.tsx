import { ChevronDown, Download, PencilLine, Printer } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import type { AgreementView } from "@/lib/state/agreement-view.ts";
import { agreedOn } from "@/lib/domain/agreement-text.ts";
import { dayAndMonth } from "@/lib/i18n/dates.ts";

/** What can be done with the document as a whole. */
export function AgreementTools({ model, view }: { model: AgreementModel; view: AgreementView }) {
  const [proposing, setProposing] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(proposing);
  const { shown, base, draft } = view;
  if (!shown) return null;
  return (
    <div ref={place} class="doc-tools">
      <div class="tools">
        {base && (
          <Segments
            label={i18n.t("agreement.show")}
            options={[
              { value: "read", label: i18n.t("agreement.read") },
              ...view.bases.map((row) => ({
                value: row.id,
                label: i18n.t("agreement.changesSince", [String(row.version)]),
              })),
            ]}
            value={model.comparing.value ? base.id : "read"}
            onChange={(value) => model.compareWith(value === "read" ? null : value)}
          />
        )}
        {view.versions.length > 1 && <Versions model={model} view={view} />}
        <button type="button" class="btn quiet" onClick={() => globalThis.print()}>
          <Icon of={Printer} />
          {i18n.t("agreement.print")}
        </button>
        <button type="button" class="btn quiet" onClick={() => model.saveMarkdown()}>
          <Icon of={Download} />
          {i18n.t("agreement.markdown")}
        </button>
        <HistoryLink
          table="agreements"
          id={shown.id}
          title={i18n.t("agreement.version", [String(shown.version)])}
        />
        {!draft && !proposing && (
          <button type="button" class="btn" data-return onClick={() => setProposing(true)}>
            <Icon of={PencilLine} />
            {i18n.t("agreement.propose")}
          </button>
        )}
        {draft && !view.isDraft && (
          <button type="button" class="btn" onClick={() => model.show(draft.id)}>
            <Icon of={PencilLine} />
            {i18n.t("agreement.goToDraft")}
          </button>
        )}
      </div>
      {proposing && (
        <InlineForm
          draft={`${shown.id}.change`}
          label={i18n.t("agreement.propose")}
          submit={i18n.t("agreement.propose")}
          onSave={(value) => model.propose(value("reason"))}
          onClose={() => setProposing(false)}
        >
          <Field
            label={i18n.t("agreement.reason")}
            hint={i18n.t("agreement.proposeHint", [String(shown.version)])}
            optional
          >
            {(control) => (
              <input
                {...control}
                class="input"
                type="text"
                name="reason"
                autocomplete="off"
                placeholder={i18n.t("agreement.reasonExample")}
              />
            )}
          </Field>
        </InlineForm>
      )}
    </div>
  );
}

function Versions({ model, view }: { model: AgreementModel; view: AgreementView }) {
  const { shown, today } = view;
  const name = i18n.t("agreement.versionMenu", [String(shown?.version ?? 1)]);
  return (
    <Menu
      label={i18n.t("agreement.versionsNow", [name])}
      triggerClass="btn quiet"
      trigger={
        <>
          {name}
          <Icon of={ChevronDown} size="sm" />
        </>
      }
      items={view.versions.toReversed().map((row) => {
        const on = agreedOn(row);
        return {
          id: row.id,
          current: row.id === shown?.id,
          label:
            row.status === "agreed" && on
              ? i18n.t("agreement.versionAgreed", [String(row.version), dayAndMonth(on, today)])
              : i18n.t("agreement.versionOpen", [String(row.version)]),
          onPick: () => model.show(row.id),
        };
      })}
    />
  );
}
