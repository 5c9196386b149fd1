import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { Icon } from "@/components/kit/icon.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { HitView } from "@/lib/state/search-view.ts";
import { Pieces } from "./pieces.tsx";

/** One record that was found. */
export function Hit({
  hit,
  today,
  onOpen,
}: {
  hit: HitView;
  today: Day;
  /** Without a new tab asked for. */
  onOpen: (hit: HitView) => void;
}) {
  const named = hit.title.length > 0;
  return (
    <li>
      <a
        class="hit"
        href={`#${hit.path}`}
        data-hit
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(hit);
        }}
      >
        {named && (
          <span class="hit-title break">
            <Pieces of={hit.title} />
          </span>
        )}
        {hit.text.length > 0 && (
          <span class={named ? "hit-text soft break" : "hit-text break"}>
            <Pieces of={hit.text} />
          </span>
        )}
        {!named && hit.text.length === 0 && (
          <span class="hit-title">{hit.of || i18n.t("search.untitled")}</span>
        )}
        <span class="meta dots">
          {hit.kind && (
            <span class={`kind ${hit.kind}`}>
              <Icon of={captureIcons[hit.kind]} size="sm" />
              {i18n.t(`kinds.${hit.kind}`)}
            </span>
          )}
          {hit.of && <span>{hit.of}</span>}
          {hit.name && <span>{hit.name}</span>}
          {hit.on && <span>{shortDay(hit.on, today)}</span>}
        </span>
      </a>
    </li>
  );
}
