import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { longDay, nearDay } from "@/lib/i18n/dates.ts";
import type { JournalModel } from "@/lib/state/journal.ts";
import { Compose } from "./compose.tsx";
import { EntryItem } from "./entry-item.tsx";
import { Filters } from "./filters.tsx";

/** What was said, learned and thought, day by day. Content of the Shell's main, which draws the heading. */
export function JournalScreen({ model }: { model: JournalModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  return (
    <div ref={page} tabIndex={-1} class="thread">
      <Compose model={model} />
      <Filters model={model} view={view} />
      {view.total === 0 && (
        <Empty
          title={i18n.t("journal.empty.title")}
          why={i18n.t("journal.empty.why")}
          example={i18n.t("journal.empty.example")}
        />
      )}
      {view.days.map((day) => (
        <section key={day.on} class="thread-day" aria-labelledby={`day-${day.on}`}>
          <h2 class="wk" id={`day-${day.on}`} title={longDay(day.on)}>
            {nearDay(day.on, view.today)}
          </h2>
          <ol class="walk">
            {day.entries.map((item) => (
              <EntryItem key={item.entry.id} item={item} model={model} />
            ))}
          </ol>
        </section>
      ))}
      {view.more > 0 && (
        <button type="button" class="btn" onClick={() => model.showMore()}>
          {i18n.t("journal.more", view.more)}
        </button>
      )}
    </div>
  );
}
