import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { skillMoments } from "@/lib/domain/skill-rating.ts";
import type { PrepareModel, PrepareView } from "@/lib/state/prepare.ts";
import { LineAdd } from "./line-add.tsx";
import { PlaceField } from "./place-field.tsx";
import { SkillChanges } from "./skill-changes.tsx";
import { SkillRow } from "./skill-row.tsx";
import { useLineOrder } from "@/components/kit/use-line-order.ts";

/** The role one wants, what it needs, and how far one is. */
export function Skills({ model, view }: { model: PrepareModel; view: PrepareView }) {
  const { skills } = view;
  const list = useRef<HTMLUListElement>(null);
  const order = useLineOrder(
    list,
    skills.map(({ id }) => id),
    (id, to) => {
      const skill = skills.find((each) => each.id === id);
      if (skill) void model.move(skills, skill, to);
    },
  );
  const draft = model.drafts.lines(view.mentorshipId);
  const name = i18n.t("prepare.lists.skill");
  return (
    <>
      <PlaceField
        name={i18n.t("prepare.targetRole")}
        value={view.targetRole}
        example={i18n.t("prepare.example", [i18n.t("prepare.targetRoleExample")])}
        history={{ table: "mentorships", id: view.mentorshipId }}
        draft={`${view.mentorshipId}.targetRole`}
        onSave={model.writeTargetRole}
      />
      <div class="noted">
        {skills.length > 0 ? (
          <>
            <div class="skill-heads meta" aria-hidden="true">
              <span class="skill-ratings">
                {(["needed", ...skillMoments] as const).map((column) => (
                  <span key={column}>{i18n.t(`prepare.skill.${column}`)}</span>
                ))}
              </span>
              <span class="key">{i18n.t("prepare.skill.legend")}</span>
            </div>
            <ul ref={list} class="noted-lines skills" aria-label={name}>
              {skills.map((skill) => (
                <SkillRow key={skill.id} skill={skill} view={view} model={model} order={order} />
              ))}
            </ul>
          </>
        ) : (
          <div class="empty">
            <p class="strong">{i18n.t("prepare.skill.empty")}</p>
            <p class="soft">{i18n.t("prepare.skill.emptyWhy")}</p>
          </div>
        )}
        <LineAdd
          name={name}
          example={
            skills.length > 0
              ? i18n.t("prepare.another")
              : i18n.t("prepare.example", [i18n.t("prepare.examples.skill")])
          }
          value={draft.value.value.skill}
          onType={(text) => draft.set({ skill: text })}
          onAdd={model.skills.add}
        />
      </div>
      <SkillChanges skills={skills} />
    </>
  );
}
