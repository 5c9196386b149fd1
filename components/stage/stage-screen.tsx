import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Segments } from "@/components/kit/segments.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { roles, type Stage } from "@/lib/domain/vocabulary.ts";
import type { StageForm } from "@/lib/state/route.ts";
import type { StagesModel } from "@/lib/state/stages.ts";
import { ChecklistSection } from "./checklist-section.tsx";
import { DatesSection } from "./dates-section.tsx";
import { MoveForm } from "./move-form.tsx";
import { NewsSection } from "./news-section.tsx";
import { RingPicture } from "./ring-picture.tsx";
import { ScopeSection } from "./scope-section.tsx";
import { StageHead } from "./stage-head.tsx";
import { StageWalk } from "./stage-walk.tsx";
import { WorthALook } from "./worth-a-look.tsx";

/** One stage of the mentorship: where the two of them are, what belongs to it, what is worth a look, the walk so far. */
export function StageScreen({
  model,
  stage,
  set,
}: {
  model: StagesModel;
  stage: Stage;
  /** The form that the address asks for. */
  set: StageForm | null;
}) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  const [form, setForm] = useState<StageForm | null>(set);
  const [to, setTo] = useState<Stage>(stage);
  const place = useReturnFocus<HTMLDivElement>(form === "move");
  useEffect(() => {
    if (set) setForm(set);
  }, [set]);
  if (!view) return null;
  const open = (name: StageForm, isOpen: boolean): void => {
    setForm(isOpen ? name : null);
    if (!isOpen) model.closeForm();
  };
  return (
    <div ref={page} tabIndex={-1} class="stage-page">
      <div class="cols aside">
        <div>
          <div class="stage-top" ref={place}>
            <RingPicture view={view} />
            {form === "move" ? (
              <MoveForm model={model} view={view} to={to} onClose={() => open("move", false)} />
            ) : (
              <StageHead
                view={view}
                stage={stage}
                onMove={(next) => {
                  setTo(next);
                  open("move", true);
                }}
              />
            )}
          </div>
          <ChecklistSection model={model} view={view} stage={stage} />
        </div>
        <aside>
          <WorthALook model={model} view={view} />
          <ScopeSection
            model={model}
            view={view}
            editing={form === "scope"}
            onEdit={(isOpen) => open("scope", isOpen)}
          />
          <DatesSection
            model={model}
            view={view}
            editing={form === "dates"}
            onEdit={(isOpen) => open("dates", isOpen)}
          />
          {(stage === "separation" || stage === "redefinition") && <NewsSection model={model} view={view} />}
          <section class="aside-sec stage-role" aria-labelledby="role">
            <div class="sec-head">
              <h2 class="head" id="role">
                {i18n.t("lifecycle.role")}
              </h2>
            </div>
            <Segments
              label={i18n.t("lifecycle.role")}
              value={view.mentorship.role}
              options={roles.map((role) => ({ value: role, label: i18n.t(`welcome.role.${role}`) }))}
              onChange={(role) => void model.setRole(view.mentorship.id, role)}
            />
            <p class="meta">{i18n.t("lifecycle.roleHint")}</p>
          </section>
          <StageWalk view={view} />
        </aside>
      </div>
    </div>
  );
}
