import { computed, effect, signal } from "@preact/signals";
import { recentSearches, rememberSearch, forgetSearches } from "@/lib/browser/recent-searches.ts";
import { focusedMentorship, focusMentorship } from "@/lib/db/mentorship-rows.ts";
import { searchRecords } from "@/lib/db/search.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { isEmptyQuery, parseQuery } from "@/lib/domain/search-query.ts";
import { breathe } from "@/lib/formats/breathe.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { fail } from "./failure.ts";
import { go, replace, searchPath } from "./route.ts";
import { type HitView, type SearchView, viewOfSearch } from "./search-view.ts";

/** Of each kind so many are listed, until somebody wants more of one. */
const shownAtFirst = 5;
const shownMore = 50;
/** The address follows what is typed when the hands rest: browsers allow only so many changes. */
const addressAfterMs = 400;

/** The search: what is typed is looked for at once, and the newest question wins. */
export function createSearch(typedBefore: string) {
  const typed = signal(typedBefore);
  const limits = signal<ReadonlyMap<TableName, number>>(new Map());
  const view = signal<SearchView | null>(null);
  /** What the shown results are an answer to. */
  const answered = signal<string | null>(null);
  const recent = signal(recentSearches());
  let running = new AbortController();
  let addressTimer: ReturnType<typeof setTimeout> | undefined;

  const look = async (text: string, limitOf: ReadonlyMap<TableName, number>): Promise<void> => {
    running.abort();
    running = new AbortController();
    const { signal: stopped } = running;
    const query = parseQuery(text);
    if (isEmptyQuery(query)) {
      view.value = null;
      answered.value = text;
      return;
    }
    const options = {
      limit: (table: TableName) => limitOf.get(table) ?? shownAtFirst,
      signal: stopped,
    };
    try {
      for await (const found of searchRecords(db, query, options)) {
        const next = await viewOfSearch(found, query);
        if (stopped.aborted) return;
        view.value = next;
        answered.value = text;
        // Keys and frames come first while the rest is read.
        await breathe(stopped);
      }
    } catch (error) {
      if (!stopped.aborted) fail("query", error);
    }
  };
  const stop = effect(() => {
    void look(typed.value, limits.value);
  });

  return {
    typed,
    view,
    answered,
    recent,
    today,
    query: computed(() => parseQuery(typed.value)),
    type(text: string): void {
      if (text === typed.peek()) return;
      limits.value = new Map();
      typed.value = text;
      clearTimeout(addressTimer);
      addressTimer = setTimeout(() => replace(searchPath(typed.peek().trim())), addressAfterMs);
    },
    showMore(table: TableName): void {
      const limitOf = new Map(limits.peek());
      limitOf.set(table, (limitOf.get(table) ?? 0) + shownMore);
      limits.value = limitOf;
    },
    /** Keeps what was looked for, since it led somewhere. */
    remember(): void {
      recent.value = rememberSearch(typed.peek());
      // The way back leads to these results.
      clearTimeout(addressTimer);
      replace(searchPath(typed.peek().trim()));
    },
    forgetRecent(): void {
      forgetSearches();
      recent.value = [];
    },
    /** Goes to a record, showing its mentorship if it is another one. */
    async open({ path, mentorshipId }: Pick<HitView, "path" | "mentorshipId">): Promise<void> {
      const focused = await focusedMentorship(db);
      if (mentorshipId && path !== "/trash" && focused?.mentorship.id !== mentorshipId) {
        if (!(await perform(() => focusMentorship(db, mentorshipId)))) return;
      }
      go(path);
    },
    [Symbol.dispose](): void {
      stop();
      running.abort();
      clearTimeout(addressTimer);
    },
  };
}

export type SearchModel = ReturnType<typeof createSearch>;
