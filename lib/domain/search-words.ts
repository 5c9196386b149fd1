/**
 * The words that a text is found by. Case and diacritics make no difference. Scripts without spaces between words
 * (Chinese, Japanese, Thai …) come as whole runs, which are found by each of their pairs of characters.
 */
export interface Part {
  /** Folded. */
  word: string;
  /** A run of a script without spaces. */
  run: boolean;
  /** Where it stands in the text. */
  from: number;
  to: number;
}

/** Longer ones, an encoded picture for instance, are known by their beginning. */
const longestWord = 64;

const unspaced = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const start = String.raw`[\p{L}\p{N}]`;
const letters = String.raw`[\p{L}\p{N}\p{M}]`;
const parts = new RegExp(
  `[${start}&&[${unspaced}]][${letters}&&[${unspaced}]]*|[${start}--[${unspaced}]][${letters}--[${unspaced}]]*`,
  "gv",
);
const inRun = new RegExp(`^[${unspaced}]`, "v");
const ascii = /^[\0-\x7F]*$/;
const asciiWord = /^[a-z\d]+$/;
/** Accents of letters, points and vowel signs of Hebrew and Arabic; not what other scripts need to be read at all; variants of a character. */
const marks =
  /[\u{300}-\u{36F}\u{483}-\u{487}\u{591}-\u{5BD}\u{5BF}-\u{5C7}\u{610}-\u{61A}\u{64B}-\u{65F}\u{670}\u{6D6}-\u{6DC}\u{6DF}-\u{6E8}\u{6EA}-\u{6ED}\u{1AB0}-\u{1AFF}\u{1DC0}-\u{1DFF}\u{20D0}-\u{20FF}\u{FE20}-\u{FE2F}\u{640}]|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;
/** What Unicode does not take apart, though people type the one for the other. */
const others: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
  ς: "σ",
  ة: "ه",
  ى: "ي",
};
const other = new RegExp(`[${Object.keys(others).join("")}]`, "gu");

/** A text without case and diacritics. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(other, (letter) => others[letter] ?? letter)
    .normalize("NFC");
}

/** The words of a text, in their order. */
export function* partsOf(text: string): Generator<Part> {
  for (const match of text.matchAll(parts)) {
    const [found] = match;
    const at = { from: match.index, to: match.index + found.length };
    const folded = fold(found);
    if (asciiWord.test(folded)) {
      yield { word: cut(folded), run: false, ...at };
      continue;
    }
    // “½” becomes “1⁄2”, which are two.
    for (const [part] of folded.matchAll(parts)) {
      const run = inRun.test(part);
      yield { word: run ? part : cut(part), run, ...at };
    }
  }
}

function cut(word: string): string {
  return word.length > longestWord ? word.slice(0, longestWord).toWellFormed() : word;
}

/** What a run is found by: its pairs of characters, and its last character. */
export function* pairsOf(characters: string): Generator<string> {
  let before = "";
  for (const character of characters) {
    if (before) yield before + character;
    before = character;
  }
  if (before) yield before;
}

/** Adds all that a text is found by. */
export function addWords(text: string, words: Set<string>): void {
  if (ascii.test(text)) {
    for (const word of asciiWords(text)) words.add(word);
    return;
  }
  for (const { word, run } of partsOf(text)) {
    if (!run) words.add(word);
    else for (const pair of pairsOf(word)) words.add(pair);
  }
}

/** A text as its folded words with one space around each, so that to look for a phrase is to look for a string. */
export function flatten(text: string): string {
  const words = ascii.test(text) ? asciiWords(text) : Array.from(partsOf(text), ({ word }) => word);
  return ` ${words.join(" ")} `;
}

/** The same words in a tenth of the time. */
function asciiWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z\d]+/g) ?? []).map(cut);
}
