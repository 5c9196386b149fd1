import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import type { GroupView, HitView } from "@/lib/state/search-view.ts";
import { Hit } from "./hit.tsx";

/** What was found of one kind. */
export function SearchGroup({
  group,
  today,
  onOpen,
  onMore,
}: {
  group: GroupView;
  today: Day;
  onOpen: (hit: HitView) => void;
  onMore: () => void;
}) {
  const id = `found-${group.table}`;
  const name = i18n.t(`search.groups.${group.table}`);
  const more = group.total === null || group.total > group.hits.length;
  return (
    <section class="found" aria-labelledby={id}>
      <h2 class="head" id={id}>
        {name}
        {group.total !== null && <span class="meta num">{group.total.toLocaleString()}</span>}
      </h2>
      <ul class="hits">
        {group.hits.map((hit) => (
          <Hit key={hit.key} hit={hit} today={today} onOpen={onOpen} />
        ))}
      </ul>
      {more && (
        <button
          type="button"
          class="btn sm quiet more-hits"
          aria-label={i18n.t("search.moreOf", [name])}
          onClick={onMore}
        >
          {i18n.t("search.more")}
        </button>
      )}
    </section>
  );
}
