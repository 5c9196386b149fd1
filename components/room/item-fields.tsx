import { i18n } from "#i18n";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import { isPost, type Shared } from "@/lib/domain/shared.ts";

/** The fields of a kind that both may change. */
export function itemFields(row: Shared) {
  return (
    <>
      {!isPost(row.kind) && (
        <input
          class="input"
          type="text"
          name="title"
          autocomplete="off"
          aria-label={i18n.t("fields.title")}
          defaultValue={row.title}
        />
      )}
      {hasText(row.kind) && (
        <textarea
          class="textarea"
          name="text"
          rows={3}
          aria-label={i18n.t("fields.text")}
          defaultValue={row.text ?? ""}
        />
      )}
      {hasDay(row.kind) && (
        <input
          class="input day-field"
          type="date"
          name="dueOn"
          aria-label={i18n.t("fields.dueOn")}
          defaultValue={row.dueOn ?? ""}
        />
      )}
    </>
  );
}

/** What was typed there. */
export function itemFrom(row: Shared, value: FieldValue): { title?: string; text?: string; dueOn?: string } {
  return {
    ...(isPost(row.kind) ? {} : { title: value("title") }),
    ...(hasText(row.kind) ? { text: value("text") } : {}),
    ...(hasDay(row.kind) ? { dueOn: value("dueOn") } : {}),
  };
}

function hasText(kind: string): boolean {
  return isPost(kind) || kind === "goal" || kind === "resource";
}

function hasDay(kind: string): boolean {
  return kind === "goal" || kind === "milestone" || kind === "commitment";
}
