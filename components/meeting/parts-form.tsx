import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";

/** The parts that the agendas of this kind of meeting have. */
export function PartsForm({ brief, view }: { brief: BriefModel; view: MeetingView }) {
  const { kind } = view.meeting;
  const label = i18n.t("brief.editPartsNamed", [i18n.t(`meetings.kinds.${kind}`)]);
  const changed = view.mentorship.agendas?.some((each) => each.kind === kind);
  const close = (): void => {
    brief.editsParts.value = false;
  };
  return (
    <InlineForm
      label={label}
      submit={i18n.t("common.save")}
      draft={`${view.mentorship.id}.parts.${kind}`}
      onSave={(value) => brief.setParts(value("parts"))}
      onClose={close}
      extra={
        changed && (
          <button
            type="button"
            class="btn sm quiet"
            onClick={() => {
              close();
              void brief.setParts(null);
            }}
          >
            {i18n.t("brief.partsReset")}
          </button>
        )
      }
    >
      <textarea
        class="textarea"
        name="parts"
        rows={Math.max(3, view.sections.length + 1)}
        aria-label={label}
        defaultValue={view.sections.map(({ title }) => title).join("\n")}
      />
      <p class="hint">{i18n.t("brief.partsHint")}</p>
    </InlineForm>
  );
}
