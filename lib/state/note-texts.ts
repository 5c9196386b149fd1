import { reportError } from "@/lib/browser/report-error.ts";
import { type LastWords, withLastWords } from "@/lib/db/last-words.ts";
import { editBetween, fingerprint, type Stretch, stretchAfter } from "@/lib/domain/text-edit.ts";
import type { MergedText, mergeTexts } from "@/lib/formats/text-merge.ts";

/** Texts that are remembered, to tell from which of them another window went on. */
const mostKnown = 8;

/** Loaded when two windows have written: what is read first is the note. */
const merging = () => import("@/lib/formats/text-merge.ts");

/** How a text came to stand in the database: the one it was made of, and what was wanted with it. */
export interface Origin {
  base: string;
  wanted: string;
}

/** What a note said in the database lately, as far as one window saw it, and what other windows made of that. */
export function createNoteTexts() {
  let saved = "";
  /** What was stored lately, the newest last. */
  const known: string[] = [];
  /** What was typed here last without a break, as far as it is stored: a place in `saved`. */
  let typed: Stretch | null = null;
  let merge: typeof mergeTexts | null | undefined;

  const storedIs = (text: string, ours = false): void => {
    const edit = editBetween(saved, text);
    if (edit) typed = stretchAfter(typed, edit, ours);
    saved = text;
    known.push(text);
    if (known.length > mostKnown) known.shift();
  };

  return {
    /** What is known to be stored. */
    get saved(): string {
      return saved;
    },
    /** @param ours whether the text was typed here */
    storedIs,
    /**
     * The text that what stands now was made of, and what was wanted with it. A closing window could not look what was
     * there when it left its last words, so these may go on from an earlier text than ours. From one that is not
     * remembered any more, only its words are taken: as if they had been put to ours.
     */
    cameFrom(text: string, left: readonly LastWords[]): Origin {
      const now = fingerprint(text);
      const leaving = left.filter(({ result }) => result === now);
      const bases = leaving.flatMap(({ edits }) => edits.map(({ of }) => of));
      const base = known.findLast((each) => bases.includes(fingerprint(each)));
      if (base !== undefined || leaving.length === 0) return { base: base ?? saved, wanted: text };
      return { base: saved, wanted: withLastWords(saved, leaving[0]) ?? saved };
    },
    /** Before it is, nothing can be put together. */
    isReady: (): boolean => merge !== undefined,
    /** Where it cannot be loaded the words here win, and the others are in the history. */
    async ready(): Promise<void> {
      if (merge !== undefined) return;
      try {
        merge = (await merging()).mergeTexts;
      } catch (error) {
        reportError("merge", error);
        merge = null;
      }
    },
    /**
     * Puts what was wanted with what stands in the database together with the words here: both went on from `base`.
     * @returns `null` where the words here are to stay as they are
     */
    putTogether(words: string, standing: string, { base, wanted }: Origin): MergedText | null {
      const merged = merge?.(base, words, wanted, base === saved ? (typed?.to ?? -1) : null);
      storedIs(standing);
      return merged && merged.text !== words ? merged : null;
    },
  };
}
