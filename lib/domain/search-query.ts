import { searchKinds } from "./search-document.ts";
import { fold, type Part, partsOf } from "./search-words.ts";

/** Words that must stand in a record, one after the other. */
export interface Condition {
  parts: readonly Pick<Part, "word" | "run">[];
  /** The last of them may go on: it is still being typed. */
  prefix: boolean;
}

export interface DayRange {
  from: string;
  to: string;
}

/** What a person asks for. All of it must hold; of the values of one filter that is there twice, one. */
export interface SearchQuery {
  conditions: Condition[];
  kinds: string[];
  people: string[];
  goals: string[];
  tags: string[];
  states: SearchState[];
  days: DayRange | null;
  /** Filters whose value means nothing, as they were typed. */
  unknown: string[];
}

export const searchStates = ["open", "done", "trash"] as const;
export type SearchState = (typeof searchStates)[number];

const filterNames = ["kind", "person", "goal", "tag", "from", "to", "is"] as const;

/** More than anybody types; what a paste has beyond it is not looked at. */
const longestQuery = 500;
const mostConditions = 24;

const pieces = new RegExp(`(${filterNames.join("|")}):(?:"([^"]*)"?|(\\S*))|"([^"]*)("?)|(\\S+)`, "giu");

/** Reads what was typed into the search line: words, “phrases” in quotes, filters such as `kind:goal`. */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = {
    conditions: [],
    kinds: [],
    people: [],
    goals: [],
    tags: [],
    states: [],
    days: null,
    unknown: [],
  };
  const text = typed.slice(0, longestQuery).replaceAll(/[“”„«»]/gu, '"');
  for (const [all, name, quoted, plain, phrase, closed, words] of text.matchAll(pieces)) {
    if (name) addFilter(query, fold(name), (quoted ?? plain ?? "").trim(), all);
    else if (phrase !== undefined) addPhrase(query, phrase, closed === "");
    else addWordsOf(query, words ?? "");
  }
  query.conditions.length = Math.min(query.conditions.length, mostConditions);
  return query;
}

/** There is nothing to look for. */
export function isEmptyQuery(query: SearchQuery): boolean {
  const { conditions, kinds, people, goals, tags, states, days, unknown } = query;
  const lists = [conditions, kinds, people, goals, tags, states, unknown];
  return days === null && lists.every((list) => list.length === 0);
}

/** The words of a filter's value, such as a name. */
export function wordsToConditions(text: string): Condition[] {
  const parts = [...partsOf(text)];
  return parts.map(({ word, run }, index) => ({
    parts: [{ word, run }],
    prefix: !run && index === parts.length - 1,
  }));
}

function addWordsOf(query: SearchQuery, text: string): void {
  const conditions = wordsToConditions(text);
  if (conditions.length === 0) return;
  // Only the last word of all may go on.
  for (const condition of query.conditions) condition.prefix = false;
  query.conditions.push(...conditions);
}

function addPhrase(query: SearchQuery, text: string, open: boolean): void {
  const parts = Array.from(partsOf(text), ({ word, run }) => ({ word, run }));
  if (parts.length === 0) return;
  for (const condition of query.conditions) condition.prefix = false;
  query.conditions.push({ parts, prefix: open && !parts.at(-1)?.run });
}

function addFilter(query: SearchQuery, name: string, value: string, typed: string): void {
  if (!value) return;
  const folded = fold(value);
  switch (name) {
    case "kind": {
      const exact = searchKinds.filter((kind) => kind === folded || `${kind}s` === folded);
      const kinds = exact.length > 0 ? exact : searchKinds.filter((kind) => kind.startsWith(folded));
      if (kinds.length === 0) query.unknown.push(typed);
      query.kinds.push(...kinds);
      return;
    }
    case "is": {
      const states = searchStates.filter((state) => state.startsWith(folded));
      if (states.length === 0) query.unknown.push(typed);
      query.states.push(...states);
      return;
    }
    case "person":
      query.people.push(value);
      return;
    case "goal":
      query.goals.push(value);
      return;
    case "tag":
      query.tags.push(folded.replace(/^#/u, ""));
      return;
    default:
      addDay(query, name, value, typed);
  }
}

const everyDay: DayRange = { from: "0000", to: "9999-99-99" };

/** A day, a month or a year: `from:` means its first day, `to:` its last. */
function addDay(query: SearchQuery, name: string, value: string, typed: string): void {
  // Half a month is what one is still typing.
  const known = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=-?\d?$)/u.exec(value)?.[0];
  if (!known) {
    query.unknown.push(typed);
    return;
  }
  const days = query.days ?? { ...everyDay };
  if (name === "from") days.from = known > days.from ? known : days.from;
  else {
    const last = `${known}${"9999-99-99".slice(known.length)}`;
    days.to = last < days.to ? last : days.to;
  }
  query.days = days;
}
