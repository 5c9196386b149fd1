/** How many words a text has places for. */
interface Text {
  substitutions: number;
  plural: boolean;
}

type Tuples = {
  1: [$1: Word];
  2: [$1: Word, $2: Word];
  3: [$1: Word, $2: Word, $3: Word];
  4: [$1: Word, $2: Word, $3: Word, $4: Word];
  5: [$1: Word, $2: Word, $3: Word, $4: Word, $5: Word];
  6: [$1: Word, $2: Word, $3: Word, $4: Word, $5: Word, $6: Word];
  7: [$1: Word, $2: Word, $3: Word, $4: Word, $5: Word, $6: Word, $7: Word];
};
type Word = string | number;
type Places<N> = N extends keyof Tuples ? Tuples[N] : never;
type KeysOf<S, Like extends Text> = { [K in keyof S]: S[K] extends Like ? K : never }[keyof S];

/**
 * The words by their keys, with as many places as each has. The package's own type asks nine questions of a text over
 * all keys at once, for every call; with 2,600 keys that is most of the time of the type check. This one has each kind of
 * key as a plain union, made once.
 */
export interface Words<
  S extends Record<keyof S, Text>,
  Plain = KeysOf<S, { substitutions: 0; plural: false }>,
  Filled extends keyof S = KeysOf<S, { substitutions: number; plural: false }>,
  Counted = KeysOf<S, { substitutions: 0 | 1; plural: true }>,
  CountedFilled extends keyof S = KeysOf<S, { substitutions: number; plural: true }>,
> {
  t: {
    (key: Plain): string;
    <K extends Filled>(key: K, words: Places<S[K]["substitutions"]>): string;
    (key: Counted, count: number): string;
    <K extends CountedFilled>(key: K, count: number, words: Places<S[K]["substitutions"]>): string;
  };
}
