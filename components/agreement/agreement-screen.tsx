import { Plus } from "lucide";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import { AgreeSection } from "./agree-section.tsx";
import { AgreementHead } from "./agreement-head.tsx";
import { AgreementTools } from "./agreement-tools.tsx";
import { Clause } from "./clause.tsx";
import { Outline } from "./outline.tsx";

/** The agreement as a document: read, compared with its first version, written section by section, agreed on. */
export function AgreementScreen({ model }: { model: AgreementModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const { shown } = view;
  return (
    <div ref={page} tabIndex={-1} class="agreement-page">
      {shown ? (
        <>
          <AgreementTools model={model} view={view} />
          <div class="paper">
            <Outline view={view} comparing={model.comparing.value && view.base !== null} />
            <article class="deed" aria-labelledby="agreement-title">
              <AgreementHead model={model} view={view} />
              {view.sections.map((each) => (
                <Clause key={`${shown.id} ${each.section}`} view={view} of={each} model={model} />
              ))}
              <AgreeSection key={shown.id} view={view} model={model} />
            </article>
          </div>
        </>
      ) : (
        <Empty
          title={i18n.t("agreement.empty.title")}
          why={i18n.t("agreement.empty.why")}
          example={i18n.t("agreement.empty.example")}
        >
          <button type="button" class="btn primary" onClick={() => void model.begin()}>
            <Icon of={Plus} />
            {i18n.t("agreement.begin")}
          </button>
        </Empty>
      )}
    </div>
  );
}
