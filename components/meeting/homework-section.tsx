import { NotebookPen } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { AgendaRow } from "@/lib/state/meeting-topics.ts";
import { Section } from "./section.tsx";

/** Questions of the agenda about which the person has found nothing out yet. */
export function HomeworkSection({ brief, rows }: { brief: BriefModel; rows: readonly AgendaRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section head={i18n.t("brief.noHomework")} meta={String(rows.length)}>
      <ul class="list">
        {rows.map((row) => {
          const label = i18n.t("brief.homeworkNamed", [row.title]);
          return (
            <li key={row.id} class="row flat">
              <span class="main">{row.title}</span>
              <button
                type="button"
                class="icon-btn sm add"
                aria-label={label}
                title={i18n.t("brief.homeworkAdd")}
                onClick={() => {
                  brief.form.value = { id: row.id, kind: "homework" };
                }}
              >
                <Icon of={NotebookPen} />
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
