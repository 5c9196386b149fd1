import { type Chance, chanceFrom, oneOf } from "../random-rows.ts";

export interface BenchRow {
  table: "entries" | "notes" | "topics" | "commitments" | "goals";
  id: string;
  text: string;
}

const syllables =
  "ba de fi go lu ma ne pi ro su ta ve wi xo yu zan ber con der for gen hal ing jor kel lis mor".split(" ");
const accented = ["é", "ü", "ñ", "ç", "ø", "ß", "ı"];
const kanji = "日本語学校会議計画目標先生学生時間今日明日仕事経験相談助言成長";

/** Words as a language has them: few that are everywhere, very many that are hardly anywhere. */
function vocabulary(size: number, chance: Chance): string[] {
  const words = new Set<string>();
  while (words.size < size) {
    const length = 1 + Math.floor(chance() * 4);
    const word = Array.from({ length }, () => oneOf(chance, syllables)).join("");
    words.add(chance() < 0.05 ? word + oneOf(chance, accented) : word);
  }
  return [...words];
}

/** The records that are searched: five to sixty words each, some of it Japanese. The same seed gives the same. */
export function corpus(count: number, seed = 1): BenchRow[] {
  const chance = chanceFrom(seed);
  const words = vocabulary(30_000, chance);
  // Zipf: the word of rank r is about 1/r as frequent as the first.
  const word = (): string => words[Math.floor(words.length ** chance()) - 1] ?? "";
  return Array.from({ length: count }, (_, number) => {
    const share = chance();
    const table =
      share < 0.6
        ? "entries"
        : share < 0.75
          ? "commitments"
          : share < 0.9
            ? "topics"
            : share < 0.98
              ? "notes"
              : "goals";
    const length = 5 + Math.floor(chance() * (table === "notes" ? 200 : 40));
    const said = Array.from({ length }, word);
    if (chance() < 0.05) {
      const start = Math.floor(chance() * (kanji.length - 8));
      said.push(kanji.slice(start, start + 4 + Math.floor(chance() * 4)));
    }
    return { table, id: `bench-${String(number).padStart(6, "0")}`, text: said.join(" ") };
  });
}

/** What is typed: whole words, beginnings, several, a phrase, without the accents; rare ones and frequent ones. */
export function queries(rows: readonly BenchRow[], count: number, seed = 2): string[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, (_, number) => {
    const words = oneOf(chance, rows).text.split(" ");
    const at = Math.floor(chance() * (words.length - 1));
    const first = words[at] ?? "";
    const second = words[at + 1] ?? "";
    switch (number % 5) {
      case 0:
        return first;
      case 1:
        return first.slice(0, Math.max(2, first.length - 2));
      case 2:
        return `${first} ${second.slice(0, Math.max(2, second.length - 1))}`;
      case 3:
        return `"${first} ${second}"`;
      default:
        return first.normalize("NFKD").replaceAll(/\p{M}/gu, "");
    }
  });
}

/** Two and three characters out of the middle of what was written without spaces. */
export function japaneseQueries(rows: readonly BenchRow[], count: number, seed = 3): string[] {
  const chance = chanceFrom(seed);
  const runs = rows.flatMap(({ text }) => /[\u4E00-\u9FFF]{4,}/u.exec(text)?.[0] ?? []);
  return Array.from({ length: count }, () => oneOf(chance, runs).slice(1, chance() < 0.5 ? 3 : 4));
}
