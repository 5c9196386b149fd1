import { CircleAlert } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { SyncWork } from "@/lib/state/sync-work.ts";

/** What came in the way of the last step. */
export function SetUpTrouble({ model }: { model: Pick<SyncWork, "problem"> }) {
  const problem = model.problem.value;
  if (!problem) return null;
  return (
    <div class="notice late" role="alert">
      <Icon of={CircleAlert} />
      <p>{i18n.t(`sync.problem.${problem.words}`, [problem.place])}</p>
    </div>
  );
}
