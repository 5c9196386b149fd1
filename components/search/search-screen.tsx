import { Search, X } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { SearchModel } from "@/lib/state/search.ts";
import type { HitView } from "@/lib/state/search-view.ts";
import { Jumps } from "./jumps.tsx";
import { moveAmongHits } from "./move-among-hits.ts";
import { NothingFound } from "./nothing-found.tsx";
import { SearchGroup } from "./search-group.tsx";
import { SearchStart } from "./search-start.tsx";

/** One line over everything that was written, and what it finds. */
export function SearchScreen({ model }: { model: SearchModel }) {
  const input = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  const typed = model.typed.value;
  const view = model.view.value;
  const query = model.query.value;
  const settled = model.answered.value === typed;
  const type = (text: string): void => {
    model.type(text);
    input.current?.focus();
  };
  const open = (hit: HitView): void => {
    model.remember();
    void model.open(hit);
  };
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <section
      ref={page}
      aria-label={i18n.t("search.title")}
      class="search-page"
      onKeyDown={(event) => moveAmongHits(event, page.current, input.current)}
    >
      <form
        role="search"
        class="search-line"
        onSubmit={(event) => {
          event.preventDefault();
          page.current?.querySelector<HTMLElement>("[data-hit]")?.click();
        }}
      >
        <Icon of={Search} />
        <input
          ref={input}
          id="search"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autocomplete="off"
          spellcheck={false}
          aria-label={i18n.t("search.name")}
          placeholder={i18n.t("search.placeholder")}
          value={typed}
          onInput={(event) => model.type(event.currentTarget.value)}
        />
        {typed && (
          <button
            type="button"
            class="icon-btn sm"
            aria-label={i18n.t("search.clear")}
            onClick={() => type("")}
          >
            <Icon of={X} size="sm" />
          </button>
        )}
      </form>
      <p class="sr" role="status">
        {settled && view && i18n.t("search.found", view.total, [view.total.toLocaleString()])}
      </p>
      {view === null ? (
        settled && (
          <SearchStart recent={model.recent.value} onType={type} onForget={() => model.forgetRecent()} />
        )
      ) : (
        <>
          <Jumps typed={typed} />
          {view.groups.map((group) => (
            <SearchGroup
              key={group.table}
              group={group}
              today={model.today.value}
              onOpen={open}
              onMore={() => model.showMore(group.table)}
            />
          ))}
          {view.toRead > 0 && (
            <p class="meta reading" role="status">
              {i18n.t("search.reading", [view.toRead.toLocaleString()])}
            </p>
          )}
          {settled && view.groups.length === 0 && view.toRead === 0 && (
            <NothingFound typed={typed} query={query} onType={type} />
          )}
        </>
      )}
    </section>
  );
}
