import { i18n } from "#i18n";
import { DueRow } from "@/components/kit/due-row.tsx";
import type { DueItem } from "@/lib/domain/due.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import type { DueActions } from "./popup.tsx";

/** The first due things, each done or put off in one click. */
export function DueSection({
  items,
  reviews,
  count,
  today,
  choices,
  actions,
  onOpen,
}: {
  items: readonly { item: DueItem; detail: string | undefined }[];
  /** What is to be looked at again; each leads to its page. */
  reviews: readonly { key: string; label: string; path: string }[];
  count: number;
  today: Day;
  choices: readonly SnoozeChoice[];
  actions: DueActions;
  onOpen: (path: string) => void;
}) {
  const all = count + reviews.length;
  return (
    <section class="sec" aria-labelledby="due">
      <div class="sec-head">
        <h2 class="head" id="due">
          {i18n.t("due.heading")}
        </h2>
        {all > 0 && <span class="meta num">{all}</span>}
        <button type="button" class="btn link sm end" onClick={() => onOpen("/actions")}>
          {i18n.t("due.all")}
        </button>
      </div>
      {all === 0 ? (
        <p class="meta">{i18n.t("due.none")}</p>
      ) : (
        <ul class="list">
          {items.map(({ item, detail }) => (
            <DueRow
              key={item.id}
              item={item}
              detail={detail}
              today={today}
              choices={choices}
              onDone={actions.finish}
              onSnooze={actions.snooze}
            />
          ))}
          {reviews.map(({ key, label, path }) => (
            <li class="row" key={key}>
              <span class="dot ring" />
              <button type="button" class="btn link main" onClick={() => onOpen(path)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
      {count > items.length && <p class="meta more">{i18n.t("due.more", [String(count - items.length)])}</p>}
    </section>
  );
}
