import { i18n } from "#i18n";
import type { Suggestion } from "@/lib/browser/omnibox.ts";
import { contextOf } from "@/lib/db/search-context.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { searchRecords } from "@/lib/db/search.ts";
import { parseQuery } from "@/lib/domain/search-query.ts";
import { type Piece, snippetOf } from "@/lib/domain/search-snippet.ts";
import { searchPath } from "./route.ts";
import { pathOfHit } from "./search-path.ts";

/** The browser shows about so many. */
const most = 6;
const ofEachKind = 2;
const longest = 90;

/** What the address bar suggests for what is typed behind our keyword. */
export async function suggestionsFor(db: MilepostDb, typed: string): Promise<Suggestion[]> {
  const query = parseQuery(typed);
  for await (const { groups } of searchRecords(db, query, { limit: () => ofEachKind })) {
    const hits = groups.flatMap((group) => group.hits).slice(0, most);
    const context = await contextOf(db, hits);
    const suggestions = hits.map((hit): Suggestion => {
      const { title, text } = snippetOf(hit.document, query.conditions);
      const words = textOf(title) || textOf(text);
      const kind = i18n.t(`tables.${hit.table}`);
      return {
        path: pathOfHit(hit, context),
        title: words.slice(0, longest) || kind,
        about: kind,
      };
    });
    // One line for each place: the browser wants them to differ.
    return [...new Map(suggestions.map((each) => [each.path, each])).values()];
  }
  return [];
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** Where what was chosen or typed leads. */
export function routeFrom(what: { path: string } | { typed: string }): string {
  return "path" in what ? what.path : searchPath(what.typed.trim());
}
