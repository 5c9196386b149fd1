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
const marks = new RegExp(
  [
    String.raw`[\u0300-\u036F\u0483-\u0487\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]`,
    String.raw`[\u0591-\u05BD\u05BF-\u05C7]`,
    String.raw`[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]|\u0640`,
    String.raw`[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]`,
  ].join("|"),
  "gu",
);
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
