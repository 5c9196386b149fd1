import { i18n } from "#i18n";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import { owners } from "@/lib/domain/vocabulary.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { ActionForm } from "@/lib/state/actions.ts";

/** The fields that change a promise. Read back by {@link actionFrom}. */
export function ActionFields({
  commitment,
  partnerName,
  date,
}: {
  commitment: Commitment;
  partnerName: string;
  /** The date is what is to be changed: it has the focus. */
  date: boolean;
}) {
  return (
    <>
      <input
        class="input"
        type="text"
        name="title"
        autocomplete="off"
        aria-label={i18n.t("actions.title")}
        defaultValue={commitment.title}
      />
      <div class="pair">
        <select class="select" name="owner" aria-label={i18n.t("actions.owner")}>
          {owners.map((owner) => (
            <option key={owner} value={owner} selected={owner === commitment.owner}>
              {i18n.t(`actions.owners.${owner}`, [partnerName])}
            </option>
          ))}
        </select>
        <input
          class="input"
          type="date"
          name="dueOn"
          aria-label={i18n.t("actions.due")}
          data-first={date ? "" : undefined}
          defaultValue={commitment.dueOn ?? ""}
        />
      </div>
      <label class="pick">
        <input class="check" type="checkbox" name="must" defaultChecked={commitment.must} />
        <span>{i18n.t("actions.must")}</span>
      </label>
    </>
  );
}

/** What stands in the fields. */
export function actionFrom(value: FieldValue): ActionForm {
  return {
    title: value("title"),
    owner: value("owner"),
    dueOn: value("dueOn"),
    must: value("must") !== "",
  };
}
