import { useEffect } from "preact/hooks";
import "@/components/styles/search.css";
import { SearchScreen } from "@/components/search/search-screen.tsx";
import { createSearch } from "@/lib/state/search.ts";
import type { PageProps } from "./later-pages.ts";
import { useModelOf } from "./use-model.ts";

export function SearchPage({ at }: PageProps) {
  const typed = at.page === "search" ? at.q : "";
  const model = useModelOf(() => createSearch(typed), []);
  // Back and forward, and links to a search.
  useEffect(() => {
    if (typed !== model.typed.peek().trim()) model.type(typed);
  }, [typed]);
  return <SearchScreen model={model} />;
}
