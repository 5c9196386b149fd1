import { mark, type SearchDocument } from "./search-document.ts";
import type { Condition, DayRange } from "./search-query.ts";
import { flatten, pairsOf } from "./search-words.ts";

/** A word of the index, or all that begin so. */
export interface Term {
  word: string;
  prefix: boolean;
}

/** One of these marks must be there. */
export type MarkFilter = { anyOf: readonly Term[] } | { days: DayRange };

/** What is asked for, with names resolved to records. */
export interface Wanted {
  conditions: readonly Condition[];
  filters: readonly MarkFilter[];
  /** None of these may be there: it is in the trash, or what it belongs to is. */
  without: readonly string[];
}

/** The words of the index that a record must have. Often it is enough; see {@link needsALook}. */
export function termsOf({ parts, prefix }: Condition): Term[] {
  return parts.flatMap(({ word, run }, index) => {
    if (!run) return [{ word, prefix: prefix && index === parts.length - 1 }];
    const pairs = [...pairsOf(word)];
    // The last character alone says no more than the last pair, unless there is no pair.
    if (pairs.length === 1) return [{ word, prefix: true }];
    return pairs.slice(0, -1).map((pair) => ({ word: pair, prefix: false }));
  });
}

/** The words being there does not say that they stand together. */
export function needsALook({ parts }: Condition): boolean {
  const [first] = parts;
  return parts.length > 1 || (first?.run === true && [...first.word].length > 2);
}

/** Does a record have all that is asked for? By reading it: what the index must agree with. */
export function matches(document: SearchDocument, wanted: Wanted): boolean {
  return hasMarks(document.marks, wanted) && hasWords(document, wanted.conditions);
}

function hasMarks(marks: ReadonlySet<string>, { filters, without }: Wanted): boolean {
  if (without.some((each) => marks.has(each))) return false;
  return filters.every((filter) => {
    if ("days" in filter) {
      const day = mark("day", "");
      const { from, to } = filter.days;
      return [...marks].some((each) => each.startsWith(day) && each >= day + from && each <= day + to);
    }
    return filter.anyOf.some(({ word, prefix }) =>
      prefix ? [...marks].some((each) => each.startsWith(word)) : marks.has(word),
    );
  });
}

/** Do all the words stand in it, each phrase in one text? */
export function hasWords({ title, texts }: SearchDocument, conditions: readonly Condition[]): boolean {
  if (conditions.length === 0) return true;
  const flat = [title, ...texts].map(flatten).join("\n");
  return conditions.every((condition) => flat.includes(needleOf(condition)));
}

function needleOf({ parts, prefix }: Condition): string {
  const start = parts[0]?.run ? "" : " ";
  const end = prefix || parts.at(-1)?.run ? "" : " ";
  return `${start}${parts.map(({ word }) => word).join(" ")}${end}`;
}
