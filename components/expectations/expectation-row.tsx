import { PencilLine, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ExpectationsModel, ExpectationsView, ExpectationView } from "@/lib/state/expectations.ts";
import { ExpectationFields } from "./expectation-fields.tsx";
import { StateMenu } from "./state-menu.tsx";
import { wordsFrom } from "./words-from.ts";

/** One respect: both views side by side, how they fit, and when that was last looked at. */
export function ExpectationRow({
  of: { row, state, stale },
  view,
  model,
}: {
  of: ExpectationView;
  view: ExpectationsView;
  model: ExpectationsModel;
}) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLLIElement>(editing);
  const { about } = row;
  if (editing) {
    return (
      <li ref={place} class="editing">
        <InlineForm
          draft={`${row.id}.edit`}
          label={i18n.t("expectations.edit", [about])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.edit(row.id, { ...wordsFrom(value), reason: value("reason") })}
          onClose={() => setEditing(false)}
          extra={
            <>
              <HistoryLink table="expectations" id={row.id} title={about} />
              <button
                type="button"
                class="btn sm quiet danger push"
                aria-label={i18n.t("expectations.remove", [about])}
                onClick={() => void model.remove(row)}
              >
                <Icon of={Trash2} size="sm" />
                {i18n.t("common.remove")}
              </button>
            </>
          }
        >
          <ExpectationFields row={row} partnerName={view.partnerName} />
          <ReasonField />
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={place}>
      <div class="board-line">
        <h2>{about}</h2>
        <StateMenu about={about} state={state} onPick={(next) => void model.setState(row, next)} />
        <button
          type="button"
          class="icon-btn sm"
          data-return
          aria-label={i18n.t("expectations.edit", [about])}
          title={i18n.t("expectations.edit", [about])}
          onClick={() => setEditing(true)}
        >
          <Icon of={PencilLine} />
        </button>
      </div>
      <div class="two-sides">
        <Side label={i18n.t("expectations.mine")} text={row.mine ?? ""} />
        <Side label={i18n.t("expectations.theirs", [view.partnerName])} text={row.theirs ?? ""} />
      </div>
      <p class={stale ? "meta soon" : "meta"}>
        {row.reviewedOn
          ? i18n.t("expectations.lookedAtOn", [nearDay(row.reviewedOn, view.today)])
          : i18n.t("expectations.notLookedAt")}
        {row.reviewedOn !== view.today && (
          <button
            type="button"
            class="btn sm link"
            aria-label={i18n.t("expectations.lookedAtNamed", [about])}
            onClick={() => void model.lookedAt(row.id)}
          >
            {i18n.t("expectations.lookedAtNow")}
          </button>
        )}
      </p>
    </li>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <div class="side-of">
      <p class="meta side-label">{label}</p>
      {text ? <p class="doc">{text}</p> : <p class="soft">{i18n.t("expectations.notSaid")}</p>}
    </div>
  );
}
