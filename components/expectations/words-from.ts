import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { ExpectationWords } from "@/lib/state/expectations.ts";

/** What stands in the fields of an expectation. */
export function wordsFrom(value: FieldValue): ExpectationWords {
  return { about: value("about"), mine: value("mine"), theirs: value("theirs") };
}
