import { PencilLine } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import type { AgreementView, SectionView } from "@/lib/state/agreement-view.ts";
import { ClauseForm } from "./clause-form.tsx";
import { ClauseText } from "./clause-text.tsx";
import { sectionId } from "./go-to-section.ts";
import { SideNotes } from "./side-notes.tsx";

/** One section of the document, with what is worth knowing in its margin. In a draft it is written in its place. */
export function Clause({
  view,
  of: section,
  model,
}: {
  view: AgreementView;
  of: SectionView;
  model: AgreementModel;
}) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLElement>(editing);
  const { isDraft, shown } = view;
  const before = model.comparing.value ? section.before : null;
  // What was agreed on leaves out what nobody wrote.
  if (!isDraft && !section.text && !before) return null;
  const id = sectionId(section.section);
  const kept = isDraft && model.kept.value.has(`${shown?.id}.${section.section}`);
  return (
    <section ref={place} class="clause" id={`${id}-part`} aria-labelledby={id}>
      <div class="body">
        <div class="clause-head">
          <h3 id={id} tabIndex={-1}>
            {i18n.t("agreement.sectionTitle", [String(section.number), section.heading])}
          </h3>
          {isDraft && !editing && (
            <button
              type="button"
              class="btn sm quiet"
              data-return
              aria-label={i18n.t("agreement.edit", [section.heading])}
              onClick={() => setEditing(true)}
            >
              <Icon of={PencilLine} size="sm" />
              {i18n.t(section.text ? "agreement.change" : "agreement.write")}
            </button>
          )}
        </div>
        {editing ? (
          <ClauseForm
            section={section}
            view={view}
            model={model}
            onClose={() => {
              setEditing(false);
              model.lookForKept();
            }}
          />
        ) : section.text || before ? (
          <ClauseText text={section.text} before={before} />
        ) : (
          <p class="soft example">{i18n.t("agreement.suchAs", [exampleFor(section.section)])}</p>
        )}
        {kept && !editing && <p class="soon kept-words">{i18n.t("agreement.keptHint")}</p>}
      </div>
      <SideNotes view={view} of={section} model={model} />
    </section>
  );
}

/** An example as words: in the form it shows how a list is written. */
function exampleFor(section: SectionView["section"]): string {
  return i18n.t(`agreement.examples.${section}`).replace(/^(?:-|1\.) /u, "");
}
