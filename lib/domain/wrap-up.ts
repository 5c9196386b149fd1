import type { Day } from "./envelope.ts";
import { type Calendar, writtenDay } from "./natural-date.ts";
import type { CaptureKind, Owner } from "./vocabulary.ts";
import { longestLine } from "./limits.ts";

/** Something that a line of the notes says is to be kept. Nothing of it is saved before a person has looked at it. */
export interface ExtractedCapture {
  kind: Exclude<CaptureKind, "thought">;
  /** What was written, without its mark, its owner and its day. */
  text: string;
  /** Who does it, of an action. A name is the other person's until somebody says otherwise. */
  owner: Owner | null;
  /** The name behind `@`, as it was written. */
  ownerName: string | null;
  dueOn: Day | null;
  must: boolean;
  /** The line of the notes, from 0. */
  line: number;
  /** The line as it was written. */
  source: string;
}

/** Longer notes are cut here for reading: it must not hold up the page. */
const mostLines = 20_000;

const signs: Readonly<Record<string, ExtractedCapture["kind"]>> = {
  "!": "action",
  "!!": "action",
  "?": "question",
  "=>": "decision",
  "->": "decision",
  "⇒": "decision",
  "→": "decision",
};

/** In English and German, with a colon behind them. */
const words: Readonly<Record<string, ExtractedCapture["kind"]>> = {
  action: "action",
  todo: "action",
  aufgabe: "action",
  question: "question",
  q: "question",
  frage: "question",
  decision: "decision",
  decided: "decision",
  entscheidung: "decision",
  beschluss: "decision",
  advice: "advice",
  tip: "advice",
  rat: "advice",
  tipp: "advice",
  fb: "feedback",
  feedback: "feedback",
  rückmeldung: "feedback",
  win: "win",
  erfolg: "win",
  lesson: "lesson",
  lektion: "lesson",
  outcome: "outcome",
  ergebnis: "outcome",
  concern: "concern",
  sorge: "concern",
  obstacle: "obstacle",
  hindernis: "obstacle",
};

const meWords = new Set(["me", "i", "myself", "ich", "mir", "mich"]);
const bothWords = new Set(["both", "us", "we", "wir", "beide", "uns"]);

/** What goes before the mark: quotes, a bullet or number, the time since the start. */
const opening = /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[?\d{1,3}:\d{2}(?::\d{2})?\]?\s+)?/u;
const timed = /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?\[(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\]\s/u;
const sign = /^(!!|!|\?|=>|->|⇒|→)(?:\s+(?=[^\s!?=])|(?=[^\s!?=>[\]()<]))/u;
const word = /^([\p{L}]{1,12})\s*:\s+(?=\S)/u;
const task = /^\[ \]\s+(?=\S)/u;

/**
 * What notes in Markdown say is to be kept: `! Send the slides @Amara by Friday`, `? …`, `=> …`, `advice: …`, `fb: …`,
 * `win: …`, an unticked task. Code is left alone, and so is what a backslash makes plain. Deterministic: the same notes
 * give the same captures, in their order.
 * @param calendar how days in words are read
 */
export function extractCaptures(markdown: string, calendar: Calendar): ExtractedCapture[] {
  const found: ExtractedCapture[] = [];
  let fence: string | null = null;
  for (const [index, source] of markdown.split(/\r\n|[\n\r]/u, mostLines).entries()) {
    const mark = /^\s{0,3}(```|~~~)/u.exec(source)?.[1];
    if (mark && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null;
      continue;
    }
    // What is longer is no line that a person typed, and reading it would hold up the page.
    if (fence !== null || source.length > longestLine) continue;
    const capture = captureIn(source, calendar);
    if (capture) found.push({ ...capture, line: index, source });
  }
  return found;
}

/** Where the mark of a capture stands in a line, from and up to, in UTF-16 units; `null` where there is none. */
export function captureMark(
  line: string,
): { kind: ExtractedCapture["kind"]; from: number; to: number } | null {
  const from = opening.exec(line)?.[0].length ?? 0;
  const marked = line.length > longestLine ? null : kindOf(line.slice(from));
  if (!marked || !line.slice(from + marked.length).trim()) return null;
  return { kind: marked.kind, from, to: from + marked.length };
}

/** The time since the start that a line of notes begins with, `[06:42]` or `[1:06:42]`, in seconds; `null` without one. */
export function timeMarkOf(line: string): number | null {
  const found = timed.exec(line);
  if (!found) return null;
  return found.slice(1).reduce((sum, part) => (part === undefined ? sum : sum * 60 + Number(part)), 0);
}

function captureIn(source: string, calendar: Calendar): Omit<ExtractedCapture, "line" | "source"> | null {
  const rest = source.slice(opening.exec(source)?.[0].length ?? 0);
  const marked = kindOf(rest);
  if (!marked) return null;
  const { kind } = marked;
  const written = rest.slice(marked.length).trim();
  if (kind !== "action") {
    const text = tidy(written);
    return text ? { kind, text, owner: null, ownerName: null, dueOn: null, must: false } : null;
  }
  const named = ownerIn(written);
  const day = writtenDay(named.text, calendar);
  const without = day ? `${named.text.slice(0, day.from)} ${named.text.slice(day.to)}` : named.text;
  const nice = /(?:^|\s)(?:\(?nice to have\)?|!nice)(?=\s|$)/iu;
  const text = tidy(without.replace(nice, " ").replace(/(?:^|\s)!must(?=\s|$)/iu, " "));
  if (!text) return null;
  return {
    kind,
    text,
    owner: named.owner,
    ownerName: named.name,
    dueOn: day?.on ?? null,
    must: !nice.test(without),
  };
}

function kindOf(rest: string): { kind: ExtractedCapture["kind"]; length: number } | null {
  const bySign = sign.exec(rest);
  if (bySign) return { kind: signs[bySign[1] ?? ""] ?? "action", length: bySign[0].length };
  const byWord = word.exec(rest);
  const kind =
    byWord && Object.hasOwn(words, byWord[1]?.toLowerCase() ?? "")
      ? words[byWord[1]?.toLowerCase() ?? ""]
      : null;
  if (byWord && kind) return { kind, length: byWord[0].length };
  const byTask = task.exec(rest);
  return byTask ? { kind: "action", length: byTask[0].length } : null;
}

/** The first `@name` that is not part of a word, such as of an address. */
function ownerIn(text: string): { text: string; owner: Owner; name: string | null } {
  const found = /(?:^|[\s(,])@([\p{L}][\p{L}\p{M}'’.-]{0,60})/u.exec(text);
  const name = found?.[1]?.replace(/[.,'’-]+$/u, "");
  if (!found || !name) return { text, owner: "me", name: null };
  const at = found.index + found[0].indexOf("@");
  const without = `${text.slice(0, at)} ${text.slice(at + 1 + name.length)}`;
  const plain = name.toLowerCase();
  if (meWords.has(plain)) return { text: without, owner: "me", name: null };
  if (bothWords.has(plain)) return { text: without, owner: "both", name: null };
  return { text: without, owner: "them", name };
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\s,]+([,.;:!?])/gu, "$1")
    .replaceAll(/\(\s*\)/gu, "")
    .replace(/^[\s,;:.–—-]+/u, "")
    .replace(/[\s,;:(–—-]+(\.?)$/u, "$1")
    .trim();
}
