import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Resource } from "@/lib/domain/resource.ts";
import { type ResourceKind, resourceKinds } from "@/lib/domain/vocabulary.ts";
import { GoalSelect } from "./goal-select.tsx";

/** The fields of a resource, for adding one and for changing one. Read back by {@link resourceFrom}. */
export function ResourceFields({
  resource,
  goals,
  goalId,
  takeaway,
}: {
  resource?: Resource;
  goals: readonly Goal[];
  /** Goal to begin with where there is no resource yet. */
  goalId?: Id | null;
  /** The takeaway is what is to be written: it has the focus. */
  takeaway?: boolean;
}) {
  const kind = resource?.kind ?? "reading";
  return (
    <>
      <Field label={i18n.t("resources.resource.name")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="title"
            autocomplete="off"
            placeholder={i18n.t("resources.resource.nameExample")}
            defaultValue={resource?.title ?? ""}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={i18n.t("resources.kind")}>
          {(control) => (
            <select {...control} class="select" name="kind">
              {resourceKinds.map((each) => (
                <option key={each} value={each} selected={each === kind}>
                  {i18n.t(`resources.resource.kinds.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={i18n.t("resources.resource.url")} optional>
          {(control) => (
            <input
              {...control}
              class="input"
              type="url"
              name="url"
              autocomplete="off"
              defaultValue={resource?.url ?? ""}
            />
          )}
        </Field>
      </div>
      <GoalSelect goals={goals} goalId={resource ? resource.goalId : goalId} />
      <Field label={i18n.t("resources.resource.takeaway")} optional>
        {(control) => (
          <textarea
            {...control}
            class="textarea"
            name="takeaway"
            data-first={takeaway ? "" : undefined}
            placeholder={i18n.t("resources.resource.takeawayExample")}
            defaultValue={resource?.takeaway ?? ""}
          />
        )}
      </Field>
    </>
  );
}

/** What stands in the fields. */
export function resourceFrom(value: FieldValue): {
  title: string;
  kind: ResourceKind;
  url: string;
  goalId: Id | null;
  takeaway: string;
} {
  return {
    title: value("title"),
    kind: resourceKinds.find((each) => each === value("kind")) ?? "other",
    url: value("url"),
    goalId: value("goalId") || null,
    takeaway: value("takeaway"),
  };
}
