import { agreement } from "./requirements/agreement.ts";
import { goals } from "./requirements/goals.ts";
import { lifecycle } from "./requirements/lifecycle.ts";
import { people } from "./requirements/people.ts";
import { prepare } from "./requirements/prepare.ts";
import type { Proof } from "./requirements/requirement.ts";
import { reminders } from "./requirements/reminders.ts";
import { roadmap } from "./requirements/roadmap.ts";
import { sync } from "./requirements/sync.ts";
import { tab } from "./requirements/tab.ts";

const range = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}-${String(from + index).padStart(2, "0")}`);

/**
 * What is to be proven: the requirements of the sources (A, B, C), the features (F), the new ideas (N) and the rules of
 * video-call sites (V) built so far.
 */
export const inScope: readonly string[] = [
  ...range("A", 1, 20),
  ...range("A", 22, 23),
  ...range("A", 27, 39),
  ...range("A", 44, 45),
  "A-51",
  "A-54",
  ...range("B", 1, 5),
  "B-10",
  "B-13",
  "B-16",
  ...range("B", 18, 21),
  "B-23",
  "B-25",
  "B-28",
  ...range("C", 1, 18),
  "C-25",
  ...range("C", 27, 28),
  "C-30",
  "C-46",
  ...range("C", 51, 52),
  ...range("F", 1, 13),
  ...range("F", 25, 26),
  "F-32",
  "F-39",
  "F-46",
  ...range("N", 1, 2),
  "N-05",
  "N-06",
  "N-08",
  "N-09",
  "N-16",
  "N-20",
  ...range("V", 1, 11),
];

/** Requirement → the tests that prove it. */
export const requirements: ReadonlyMap<string, readonly Proof[]> = new Map(
  [lifecycle, prepare, people, goals, roadmap, agreement, reminders, sync, tab]
    .flatMap((slice) => Object.entries(slice))
    .reduce(
      (all, [id, proofs]) => all.set(id, [...(all.get(id) ?? []), ...proofs]),
      new Map<string, Proof[]>(),
    ),
);
