import { FlaskConical } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { RemoveSample } from "@/components/kit/remove-sample.tsx";
import type { TodayModel } from "@/lib/state/today.ts";

/** Says that this is the sample, and takes it away. Loaded apart: whoever works here has none. */
export function SampleNotice({ model }: { model: TodayModel["sample"] }) {
  return (
    <div class="notice sample">
      <Icon of={FlaskConical} />
      <p>{i18n.t("today.sample")}</p>
      <div class="btns">
        <RemoveSample model={model} />
      </div>
    </div>
  );
}
