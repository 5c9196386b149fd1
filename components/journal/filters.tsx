import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { Icon } from "@/components/kit/icon.tsx";
import type { JournalModel, JournalView } from "@/lib/state/journal.ts";

/** Shows one kind of entry, or all. Only kinds that there are. */
export function Filters({ model, view }: { model: JournalModel; view: JournalView }) {
  if (view.kinds.length < 2) return null;
  return (
    <div class="filters" role="group" aria-label={i18n.t("journal.show")}>
      <button type="button" class="chip" aria-pressed={view.filter === null} onClick={() => model.show(null)}>
        {i18n.t("journal.all")}
      </button>
      {view.kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={view.filter === kind}
          onClick={() => model.show(view.filter === kind ? null : kind)}
        >
          <Icon of={captureIcons[kind]} size="sm" />
          {i18n.t(`journal.kinds.${kind}`)}
        </button>
      ))}
    </div>
  );
}
