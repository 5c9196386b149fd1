import {
  Bell,
  CalendarClock,
  type IconNode,
  Lock,
  PencilLine,
  Scale,
  Signpost,
  Target,
  TrendingUp,
} from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import type { AgreementView, SectionView } from "@/lib/state/agreement-view.ts";

/** So many metrics fit into a margin. */
const shownMetrics = 3;

/** The margin of a section: what it is linked to, what it sets, when it was changed and why. */
export function SideNotes({
  view,
  of: section,
  model,
}: {
  view: AgreementView;
  of: SectionView;
  model: AgreementModel;
}) {
  const { changedOn, changedWhy } = section;
  return (
    <div class="side">
      <Linked view={view} of={section} model={model} />
      {changedOn && (
        <Note icon={PencilLine}>
          {changedWhy
            ? i18n.t("agreement.beside.changedWhy", [dayAndMonth(changedOn, view.today), changedWhy])
            : i18n.t("agreement.beside.changed", [dayAndMonth(changedOn, view.today)])}
        </Note>
      )}
      {view.missing.some((each) => each === section.section) && (
        <Note icon={Signpost} soon>
          {i18n.t("agreement.beside.missing")}
        </Note>
      )}
    </div>
  );
}

function Linked({
  view,
  of: { section },
  model,
}: {
  view: AgreementView;
  of: SectionView;
  model: AgreementModel;
}) {
  const { beside, isDraft } = view;
  if (section === "priorities" && beside.goals > 0) {
    return (
      <Note icon={Target}>
        <a href="#/roadmap">{i18n.t("agreement.beside.goals", beside.goals)}</a>
      </Note>
    );
  }
  if (section === "measures") {
    return (
      <>
        {beside.metrics.slice(0, shownMetrics).map(({ id, name, value }) => (
          <Note key={id} icon={TrendingUp}>
            {i18n.t("agreement.beside.metric", [value, name])}
          </Note>
        ))}
      </>
    );
  }
  if (section === "meetings" && view.shown?.cadence) {
    return <Note icon={Bell}>{i18n.t("agreement.beside.meetings")}</Note>;
  }
  if (section === "roles" && beside.expectations > 0) {
    return (
      <Note icon={Scale}>
        <a href="#/expectations">
          {i18n.t("agreement.beside.expectations", beside.expectations)}
          {beside.toDiscuss > 0 && `, ${i18n.t("agreement.beside.toDiscuss", beside.toDiscuss)}`}
        </a>
      </Note>
    );
  }
  if (section === "duration") return <Duration view={view} model={model} />;
  if (section === "reciprocity" && !isDraft && beside.reciprocityNextOn) {
    return <NextLook subject="reciprocityReview" on={beside.reciprocityNextOn} view={view} model={model} />;
  }
  if (section === "confidentiality")
    return <Note icon={Lock}>{i18n.t("agreement.beside.confidential")}</Note>;
  return null;
}

function Duration({ view, model }: { view: AgreementView; model: AgreementModel }) {
  const { beside, shown, isDraft } = view;
  return (
    <>
      {!shown?.endsOn && (
        <Note icon={Signpost} soon>
          {i18n.t("agreement.beside.noEnd")}
        </Note>
      )}
      {shown?.reviewOn ? (
        <Note icon={Bell}>{i18n.t("agreement.beside.review")}</Note>
      ) : (
        <Note icon={Signpost} soon>
          {i18n.t("agreement.beside.noReview")}
        </Note>
      )}
      {!isDraft && beside.agreementNextOn && (
        <NextLook subject="agreementReview" on={beside.agreementNextOn} view={view} model={model} />
      )}
    </>
  );
}

/** When it is looked at again, and the click that says it was. */
function NextLook({
  subject,
  on,
  view,
  model,
}: {
  subject: "agreementReview" | "reciprocityReview";
  on: string;
  view: AgreementView;
  model: AgreementModel;
}) {
  return (
    <Note icon={CalendarClock} soon={on <= view.today}>
      {i18n.t("agreement.beside.nextLook", [dayAndMonth(on, view.today)])}
      <button
        type="button"
        class="btn sm link"
        aria-label={i18n.t("agreement.beside.lookedAtNamed", [i18n.t(`lookAgain.${subject}`)])}
        onClick={() => void model.lookedAt(subject)}
      >
        {i18n.t("agreement.beside.lookedAt")}
      </button>
    </Note>
  );
}

function Note({ icon, soon, children }: { icon: IconNode; soon?: boolean; children: ComponentChildren }) {
  return (
    <p class={soon ? "soon" : ""}>
      <Icon of={icon} size="sm" />
      <span>{children}</span>
    </p>
  );
}
