import { Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { SampleRemovalModel } from "@/lib/state/sample-removal.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Icon } from "./icon.tsx";

/** The button that takes the sample away, after asking once: it names what and how many. Nothing without a sample. */
export function RemoveSample({ model }: { model: SampleRemovalModel }) {
  const [asking, setAsking] = useState(false);
  const size = model.size.value;
  if (!size) return null;
  const { counts } = size;
  const count = (name: keyof typeof counts): number => counts[name] ?? 0;
  return (
    <>
      <button type="button" class="btn sm" onClick={() => setAsking(true)}>
        <Icon of={Trash2} size="sm" />
        {i18n.t("settings.data.removeSample")}
      </button>
      <ConfirmDialog
        open={asking}
        title={i18n.t("settings.data.askTitle")}
        confirm={i18n.t("settings.data.removeSample")}
        onClose={() => setAsking(false)}
        onConfirm={() => void model.remove()}
      >
        <p>
          {i18n.t("settings.data.askText", [
            i18n.t("settings.data.records.goals", count("goals")),
            i18n.t("settings.data.records.milestones", count("milestones")),
            i18n.t("settings.data.records.meetings", count("meetings")),
            i18n.t("settings.data.records.commitments", count("commitments")),
            i18n.t("settings.data.records.entries", count("entries")),
          ])}
        </p>
        <p>{i18n.t("settings.data.askRest")}</p>
      </ConfirmDialog>
    </>
  );
}
