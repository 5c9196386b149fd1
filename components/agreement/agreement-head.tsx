import { Trash2 } from "lucide";
import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import type { AgreementView } from "@/lib/state/agreement-view.ts";
import { sectionHeading } from "@/lib/state/agreement-words.ts";
import { goToSection } from "./go-to-section.ts";

/** What the document is, who agreed on it and when; of a draft, what is still open. */
export function AgreementHead({ model, view }: { model: AgreementModel; view: AgreementView }) {
  const { shown, base, changed, today } = view;
  if (!shown) return null;
  return (
    <header>
      <h2 class="big" id="agreement-title">
        {i18n.t(view.isDraft ? "agreement.titleDraft" : "agreement.title")}
      </h2>
      <p class="lede">{i18n.t("agreement.lede")}</p>
      <p class="signed">
        {shown.agreedByMeOn && (
          <span>
            <Avatar name={shown.myName ?? ""} me />
            {i18n.t("agreement.signedBy", [shown.myName ?? "", dayAndMonth(shown.agreedByMeOn, today)])}
          </span>
        )}
        {shown.agreedByThemOn && (
          <span>
            <Avatar name={shown.theirName ?? ""} />
            {i18n.t("agreement.signedBy", [shown.theirName ?? "", dayAndMonth(shown.agreedByThemOn, today)])}
          </span>
        )}
        <span class="meta">{versionWords(view)}</span>
      </p>
      {view.isDraft && (
        <div class="notice">
          <p>{i18n.t(shown.version > 1 ? "agreement.draftNote" : "agreement.draftFirstNote")}</p>
          <div class="btns">
            <button type="button" class="btn sm quiet" onClick={() => void model.remove(shown.id)}>
              <Icon of={Trash2} size="sm" />
              {i18n.t("agreement.throwAway")}
            </button>
          </div>
        </div>
      )}
      {base && model.comparing.value && (
        <p class="changed-list soft">
          {changed.length === 0
            ? i18n.t("agreement.changedNothing", [String(base.version)])
            : i18n.t("agreement.changedList", [String(base.version)])}{" "}
          {changed.map((section) => (
            <button key={section} type="button" class="btn link" onClick={() => goToSection(section)}>
              {sectionHeading(section)}
            </button>
          ))}
        </p>
      )}
    </header>
  );
}

function versionWords({ shown, isDraft, firstAgreedOn, today }: AgreementView): string {
  const version = String(shown?.version ?? 1);
  if (isDraft) return i18n.t("agreement.versionDraft", [version]);
  if (firstAgreedOn && (shown?.version ?? 1) > 1) {
    return i18n.t("agreement.versionFirst", [version, dayAndMonth(firstAgreedOn, today)]);
  }
  return i18n.t("agreement.version", [version]);
}
