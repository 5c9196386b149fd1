import type { Person } from "./person.ts";

/** Letters that are letters of their own and fall apart into nothing simpler by themselves. */
const plain: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** A name as it is searched for: small letters without their marks, so that "zoe" finds "Zoë" and "lukasz" "Łukasz". */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[łøđðıßæœ]/gu, (letter) => plain[letter] ?? letter)
    .trim();
}

/**
 * The people whose name a few letters mean: each word of the query begins a word of the name, in any order; after those,
 * names that only contain it. In each group by name. An empty query means everybody.
 */
export function peopleNamed<P extends Pick<Person, "name">>(people: readonly P[], query: string): P[] {
  const wanted = folded(query).split(/\s+/u).filter(Boolean);
  const rank = ({ name }: P): number => {
    const whole = folded(name);
    const words = whole.split(/[\s\-']+/u);
    if (wanted.every((part) => words.some((word) => word.startsWith(part)))) return 0;
    return whole.includes(wanted.join(" ")) ? 1 : 2;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((each) => each.rank < 2)
    .toSorted((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .map(({ person }) => person);
}
