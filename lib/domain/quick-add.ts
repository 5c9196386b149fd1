import type { Day } from "./envelope.ts";
import { dayFromWords, longestDay } from "./natural-day.ts";
import { type Owner, type Phase, phases } from "./vocabulary.ts";

/** A step as one line says it. */
export interface QuickStep {
  title: string;
  dueOn: Day | null;
  /** As typed, without `#`, each once. */
  tags: string[];
  must: boolean;
  /** `null` where nothing is said of it. */
  owner: Owner | null;
  phase: Phase | null;
  /** The words that were understood, in their order: together with the title all that was typed. */
  understood: string[];
}

const tag = /^#([\p{L}\p{M}\p{N}_-]*\p{L}[\p{L}\p{M}\p{N}_-]*)$/u;

/**
 * Reads the short way to write a step: `Read book @fri #growth !must`. `@` is a day ({@link dayFromWords}) or who does
 * it (`@them`, `@both`), `#` a phase or a tag, `!must` what has to be. What is not understood stays in the title, and so
 * does a second day, phase or owner; a line that is nothing but signs is a title.
 */
export function readQuickStep(text: string, today: Day): QuickStep {
  const step: QuickStep = {
    title: "",
    dueOn: null,
    tags: [],
    must: false,
    owner: null,
    phase: null,
    understood: [],
  };
  const words = text.split(/\s+/u).filter(Boolean);
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    const count = takeFrom(words.slice(at, at + longestDay), step, today);
    if (count > 0) step.understood.push(...words.slice(at, at + count));
    else rest.push(words[at] ?? "");
    at += Math.max(1, count);
  }
  if (rest.length > 0) return { ...step, title: rest.join(" ") };
  return {
    title: words.join(" "),
    dueOn: null,
    tags: [],
    must: false,
    owner: null,
    phase: null,
    understood: [],
  };
}

/** The steps of a text of several lines, as it is pasted: bullets and numbers of a list are no part of the words. */
export function readQuickSteps(text: string, today: Day): QuickStep[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim().replace(/^(?:[-*•–]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)/u, ""))
    .filter((line) => line !== "")
    .map((line) => readQuickStep(line, today));
}

/** Puts what the first words say into the step. @returns how many words that were, 0 for none */
function takeFrom(words: readonly string[], step: QuickStep, today: Day): number {
  const word = words[0] ?? "";
  if (word.toLowerCase() === "!must") {
    step.must = true;
    return 1;
  }
  if (word.startsWith("#")) return takeTag(word, step) ? 1 : 0;
  if (!word.startsWith("@")) return 0;
  const owner = (["them", "both"] as const).find((each) => word.toLowerCase() === `@${each}`);
  if (owner && !step.owner) {
    step.owner = owner;
    return 1;
  }
  if (step.dueOn) return 0;
  for (let count = words.length; count > 0; count -= 1) {
    const day = dayFromWords(words.slice(0, count).join(" ").slice(1), today);
    if (!day) continue;
    step.dueOn = day;
    return count;
  }
  return 0;
}

function takeTag(word: string, step: QuickStep): boolean {
  const name = tag.exec(word)?.[1];
  if (!name) return false;
  const phase = phases.find((each) => each === name.toLowerCase());
  if (phase && !step.phase) step.phase = phase;
  else if (!step.tags.includes(name)) step.tags.push(name);
  return true;
}
