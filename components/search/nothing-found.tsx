import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { searchKinds } from "@/lib/domain/search-document.ts";
import type { SearchQuery } from "@/lib/domain/search-query.ts";

const filterPattern = /(?:kind|person|goal|tag|from|to|is):(?:"[^"]*"?|\S*)\s*/giu;

/** Nothing was found: why that may be, and where else to look. */
export function NothingFound({
  typed,
  query,
  onType,
}: {
  typed: string;
  query: SearchQuery;
  onType: (text: string) => void;
}) {
  const words = typed.replaceAll(filterPattern, "").trim();
  const filtered = words !== "" && words !== typed.trim();
  const [unknown] = query.unknown;
  const why = unknown
    ? unknown.toLowerCase().startsWith("kind:")
      ? i18n.t("search.unknownKind", [unknown, searchKinds.join(", ")])
      : i18n.t("search.unknownFilter", [unknown])
    : i18n.t(filtered ? "search.noneFiltered" : "search.noneWhy");
  return (
    <Empty title={i18n.t("search.none", [typed.trim()])} why={why} example={i18n.t("search.noneExample")}>
      <p class="btns">
        {filtered && (
          <button type="button" class="btn primary" onClick={() => onType(words)}>
            {i18n.t("search.everywhere")}
          </button>
        )}
        {!query.states.includes("trash") && (
          <button type="button" class="btn" onClick={() => onType(`${typed.trim()} is:trash`)}>
            {i18n.t("search.inTrash")}
          </button>
        )}
      </p>
    </Empty>
  );
}
