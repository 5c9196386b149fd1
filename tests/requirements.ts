import { agenda } from "./requirements/agenda.ts";
import { agreement } from "./requirements/agreement.ts";
import { exchange } from "./requirements/exchange.ts";
import { goals } from "./requirements/goals.ts";
import { keys } from "./requirements/keys.ts";
import { lifecycle } from "./requirements/lifecycle.ts";
import { people } from "./requirements/people.ts";
import { prepare } from "./requirements/prepare.ts";
import { meeting } from "./requirements/meeting.ts";
import { notes } from "./requirements/notes.ts";
import type { Proof } from "./requirements/requirement.ts";
import { reminderConventions, reminders } from "./requirements/reminders.ts";
import { replica } from "./requirements/replica.ts";
import { roadmap } from "./requirements/roadmap.ts";
import { storages } from "./requirements/storages.ts";
import { sync } from "./requirements/sync.ts";
import { tab } from "./requirements/tab.ts";
import { wrapup } from "./requirements/wrapup.ts";

const range = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}-${String(from + index).padStart(2, "0")}`);

/**
 * What is to be proven: the requirements of the sources (A, B, C), the features (F), the new ideas (N), the conventions
 * (U) and the rules of video-call sites (V) built so far.
 */
export const inScope: readonly string[] = [
  ...range("A", 1, 23),
  "A-25",
  ...range("A", 27, 39),
  ...range("A", 44, 47),
  "A-51",
  "A-54",
  ...range("A", 56, 60),
  ...range("B", 1, 6),
  "B-08",
  "B-10",
  "B-11",
  "B-13",
  "B-16",
  ...range("B", 18, 21),
  "B-23",
  ...range("B", 25, 26),
  "B-28",
  ...range("C", 1, 18),
  "C-25",
  ...range("C", 27, 28),
  "C-30",
  "C-32",
  "C-39",
  ...range("C", 41, 42),
  "C-46",
  ...range("C", 51, 52),
  ...range("F", 1, 13),
  ...range("F", 15, 21),
  ...range("F", 25, 27),
  "F-29",
  "F-32",
  "F-37",
  "F-39",
  "F-44",
  "F-46",
  ...range("N", 1, 2),
  ...range("N", 4, 6),
  "N-08",
  "N-09",
  "N-10",
  "N-13",
  ...range("N", 16, 17),
  "N-20",
  ...range("U", 5, 24),
  "U-28",
  "U-32",
  "U-38",
  ...range("V", 1, 11),
];

/** Requirement → the tests that prove it. */
export const requirements: ReadonlyMap<string, readonly Proof[]> = new Map(
  [
    lifecycle,
    prepare,
    people,
    goals,
    roadmap,
    agreement,
    agenda,
    meeting,
    notes,
    reminders,
    reminderConventions,
    tab,
    wrapup,
    keys,
    replica,
    storages,
    sync,
    exchange,
  ]
    .flatMap((slice) => Object.entries(slice))
    .reduce(
      (all, [id, proofs]) => all.set(id, [...(all.get(id) ?? []), ...proofs]),
      new Map<string, Proof[]>(),
    ),
);
