import { History } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";

/** Filters with an example each; what is in the example is put into the line. */
const filters = [
  { name: "kind", example: "kind:advice " },
  { name: "person", example: "person:" },
  { name: "goal", example: "goal:" },
  { name: "tag", example: "tag:" },
  { name: "from", example: "from:2026-09 " },
  { name: "to", example: "to:2026-10 " },
  { name: "open", example: "is:open " },
  { name: "trash", example: "is:trash " },
] as const;

/** Before anything is typed: what was looked for last, and what can be asked. */
export function SearchStart({
  recent,
  onType,
  onForget,
}: {
  recent: readonly string[];
  onType: (text: string) => void;
  onForget: () => void;
}) {
  return (
    <>
      {recent.length > 0 && (
        <section class="found" aria-labelledby="recent-searches">
          <h2 class="head" id="recent-searches">
            {i18n.t("search.recent")}
            <button type="button" class="btn sm quiet" onClick={onForget}>
              {i18n.t("search.forget")}
            </button>
          </h2>
          <ul class="hits">
            {recent.map((each) => (
              <li key={each}>
                <button type="button" class="hit line" data-hit onClick={() => onType(each)}>
                  <Icon of={History} size="sm" />
                  <span class="break">{each}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="found" aria-labelledby="search-filters">
        <h2 class="head" id="search-filters">
          {i18n.t("search.filters")}
        </h2>
        <p class="soft">{i18n.t("search.filtersIntro")}</p>
        <ul class="search-filters">
          {filters.map(({ name, example }) => (
            <li key={name}>
              <button type="button" class="chip" onClick={() => onType(example)}>
                <code>{example.trim()}</code>
              </button>
              <span class="meta">{i18n.t(`search.filter.${name}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
