import { computed, effect, signal, untracked } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import {
  leaveNoteText,
  markNote,
  noteAsItStands,
  type OpenNote,
  openNote,
  saveLastWords,
  saveNoteText,
} from "@/lib/db/notes.ts";
import { type LastWords, withLastWords } from "@/lib/db/last-words.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Note } from "@/lib/domain/note.ts";
import {
  editBetween,
  fingerprint,
  type Stretch,
  stretchAfter,
  type TextEdit,
} from "@/lib/domain/text-edit.ts";
import type { mergeTexts } from "@/lib/formats/text-merge.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/**
 * Saved after this much quiet, but never later than `longestMs` after the first unsaved key: a save takes its time too,
 * and what was typed two seconds ago is to be on the disk.
 */
const quietMs = 300;
const longestMs = 1_000;
/** A failed save is tried again this often. */
const retryMs = 4_000;
/** Saves of one stretch of writing are one entry of the history. */
const stretchMs = 5 * 60_000;

/** More characters than this taken away at once begin a new entry. */
const longestRemoval = 20;

/** Texts that are remembered, to tell from which of them another window went on. */
const mostKnown = 8;

/** Loaded when a save has failed: almost nobody ever needs it. */
const lifeboat = () => import("@/lib/browser/lifeboat-store.ts");

/** Loaded when two windows have written: what is read first is the note. */
const merging = () => import("@/lib/formats/text-merge.ts");

/** What became of the words. `failed` keeps them in the editor; `unread` never had them, so nothing can be typed. */
export type SaveState =
  | { kind: "saved"; at: Instant | null }
  | { kind: "saving" }
  | { kind: "failed" }
  | { kind: "unread" };

/** Text that came from the database: at the start, or because another window wrote it. */
export interface Incoming {
  /** Rises with each. */
  n: number;
  text: string;
  /** What makes the editor's own text this one, from front to back; without them it takes the place of it. */
  edits?: readonly TextEdit[];
}

/**
 * The user's own notes of one meeting while they are edited. One save is under way at a time, and what is typed
 * meanwhile goes with the next. Each save says which text it was made of; what other windows wrote since is put together
 * with what is unsaved here. When the document is hidden or closed the last words go in one synchronous write.
 * @param onWords each time words were typed
 * @param template what notes that nobody wrote yet begin with. It is kept with the first words, not before
 */
export function createNoteEditor(
  meeting: Pick<Meeting, "id" | "mentorshipId">,
  onWords: () => void,
  template = "",
) {
  const incoming = signal<Incoming | undefined>(undefined);
  const state = signal<SaveState>({ kind: "saved", at: null });
  const opened = signal<OpenNote | undefined>(undefined);
  const stored = liveSignal(() => {
    const note = opened.peek();
    return note && noteAsItStands(db, note);
  }, opened);

  /** What the editor holds, and what of it is known to be stored. */
  let words = "";
  let saved = "";
  /** What was stored lately, the newest last. */
  const known: string[] = [];
  /** What was typed here last without a break, as far as it is stored: a place in `saved`. */
  let typed: Stretch | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** The text of the save that is under way. */
  let underWay: string | undefined;
  /** The next save came due meanwhile: on a slow disk, hands that never rest would otherwise keep it off. */
  let waiting = false;
  let closed = false;
  let act: { id: Id; since: Instant } | undefined;
  /** Saves that failed in a row, and under which id the words are kept elsewhere since the second. */
  let failures = 0;
  let asideId: Id | undefined;

  const bring = (text: string, edits?: readonly TextEdit[]): void => {
    words = text;
    incoming.value = { n: (incoming.peek()?.n ?? 0) + 1, text, ...(edits && { edits }) };
  };
  const storedIs = (text: string, ours = false): void => {
    const edit = editBetween(saved, text);
    if (edit) typed = stretchAfter(typed, edit, ours);
    saved = text;
    known.push(text);
    if (known.length > mostKnown) known.shift();
  };
  const show = (text: string, at: Instant | null): void => {
    storedIs(text);
    state.value = { kind: "saved", at };
    bring(text);
  };

  const open = async (): Promise<void> => {
    try {
      const note = await openNote(db, meeting);
      show(note.row?.text ?? template, savedAt(note.row));
      opened.value = note;
    } catch (error) {
      if (closed) return;
      reportError("note", error);
      state.value = { kind: "unread" };
      retry = setTimeout(() => void open(), retryMs);
    }
  };

  /** Another window wrote, or our own save arrived. While a save is under way it looks for itself. */
  const take = (): void => {
    const note = opened.peek();
    const standing = stored.peek();
    if (!note || !standing?.row || underWay !== undefined || !isNewer(standing.row, note.row)) return;
    const { row, left } = standing;
    if (row.text !== saved) {
      const { base, wanted } = cameFrom(row.text, left);
      if (row.text === words) storedIs(words);
      else if (words === base && row.text === wanted) show(row.text, savedAt(row));
      else if (merge === undefined) return void loadMerge().then(take);
      else {
        putTogether(base, row.text, wanted);
        schedule();
      }
    }
    note.row = row;
    if (words === saved && state.peek().kind === "saving") state.value = { kind: "saved", at: savedAt(row) };
  };

  let merge: typeof mergeTexts | null | undefined;
  /** Where it cannot be loaded the words here win, and the others are in the history. */
  const loadMerge = async (): Promise<void> => {
    try {
      merge = (await merging()).mergeTexts;
    } catch (error) {
      reportError("merge", error);
      merge = null;
    }
  };

  /**
   * The text that what stands now was made of, and what was wanted with it. A closing window could not look what was there
   * when it left its last words, so these may go on from an earlier text than ours. From one that is not remembered any
   * more, only its words are taken: as if they had been put to ours.
   */
  const cameFrom = (text: string, left: readonly LastWords[]): { base: string; wanted: string } => {
    const now = fingerprint(text);
    const leaving = left.filter(({ result }) => result === now);
    const bases = leaving.flatMap(({ edits }) => edits.map(({ of }) => of));
    const base = known.findLast((each) => bases.includes(fingerprint(each)));
    if (base !== undefined || leaving.length === 0) return { base: base ?? saved, wanted: text };
    return { base: saved, wanted: withLastWords(saved, leaving[0]) ?? saved };
  };

  /** Puts what was wanted with what stands in the database together with the words here: both went on from `base`. */
  const putTogether = (base: string, standing: string, wanted: string): void => {
    const merged = merge?.(base, words, wanted, base === saved ? (typed?.to ?? -1) : null);
    storedIs(standing);
    if (merged && merged.text !== words) bring(merged.text, merged.edits);
  };

  const actFor = (text: string): Id => {
    const now = db.now();
    const edit = editBetween(saved, text);
    // What was taken away stays readable in the entry before.
    if (edit && edit.to - edit.from > longestRemoval) act = undefined;
    if (!act || now - act.since > stretchMs) act = { id: db.newId(), since: now };
    return act.id;
  };

  const schedule = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => void save(), quietMs);
    latest ??= setTimeout(() => void save(), longestMs);
  };

  const stopTimers = (): void => {
    for (const timer of [quiet, latest, retry]) clearTimeout(timer);
    quiet = latest = retry = undefined;
  };

  const save = async (): Promise<void> => {
    const note = opened.peek();
    if (!note) return;
    stopTimers();
    if (underWay !== undefined) {
      waiting = true;
      return;
    }
    waiting = false;
    const sent = words;
    underWay = sent;
    try {
      const own = note.left;
      if (sent !== saved && (await saveNoteText(db, note, sent, actFor(sent), saved))) storedIs(sent, true);
      if (note.row && note.row.text !== saved) {
        const { row = note.row, left } = await noteAsItStands(db, note);
        if (merge === undefined) await loadMerge();
        note.row = row;
        // All that this window itself had left behind is in its words.
        const came = row.text === own ? { base: row.text, wanted: row.text } : cameFrom(row.text, left);
        putTogether(came.base, row.text, came.wanted);
        waiting ||= words !== saved;
      }
      failures = 0;
      if (asideId !== undefined) await (await lifeboat()).dropAside(asideId);
      asideId = undefined;
      if (words === saved) state.value = { kind: "saved", at: savedAt(note.row) };
      else if (!waiting) schedule();
    } catch (error) {
      waiting = false;
      reportError("note", error);
      // Said once and left standing: it would flicker with each silent attempt.
      state.value = { kind: "failed" };
      retry = setTimeout(() => void save(), retryMs);
      failures += 1;
      if (failures > 1) await setAside();
    } finally {
      underWay = undefined;
    }
    take();
    if (waiting && words !== saved) void save();
    if (closed && words === saved) stop();
  };

  /** Keeps the words where they outlive this page, as long as the database does not take them. */
  const setAside = async (): Promise<void> => {
    asideId ??= db.newId();
    const castaway = { id: asideId, at: db.now(), text: words, before: saved, meetingId: meeting.id };
    try {
      await (await lifeboat()).keepAside({ kind: "note", ...castaway });
    } catch (error) {
      reportError("note", error);
    }
  };

  /** @param leave not taken for saved: if the document lives on, the next save looks whether it got through */
  const leaving = (leave: (note: OpenNote) => void): void => {
    const note = opened.peek();
    if (!note || words === saved) return;
    if (asideId !== undefined) void setAside();
    try {
      leave(note);
    } catch (error) {
      reportError("note", error);
    }
  };
  const lastWords = (): void =>
    leaving((note) => void saveLastWords(db, note, words, actFor(words), underWay));
  const whenHidden = (): void => {
    if (document.visibilityState !== "hidden") return;
    leaving((note) => leaveNoteText(db, note, words, underWay));
    void save();
  };
  document.addEventListener("visibilitychange", whenHidden);
  globalThis.addEventListener("pagehide", lastWords);
  const stopFollowing = untracked(() =>
    effect(() => {
      void stored.value;
      untracked(take);
    }),
  );
  const stop = (): void => {
    stopTimers();
    stopFollowing();
    document.removeEventListener("visibilitychange", whenHidden);
    globalThis.removeEventListener("pagehide", lastWords);
  };
  void open();

  return {
    incoming,
    state,
    /** Meant for nobody else: left out of what is copied. */
    confidential: computed(() => stored.value?.row?.confidential === true),
    mark(confidential: boolean): Promise<boolean> {
      return perform(
        () => markNote(db, meeting, confidential),
        i18n.t(confidential ? "confidential.saidOn" : "confidential.saidOff"),
      );
    },
    /** Id of the note, once it is open. */
    noteId: computed(() => opened.value && noteId(meeting.id, opened.value.identity.me)),
    /** What the editor holds now. */
    words: () => words,
    /** The editor's text changed under the person's hands. */
    type(text: string): void {
      if (text === words) return;
      words = text;
      if (state.peek().kind !== "failed") state.value = { kind: "saving" };
      schedule();
      onWords();
    },
    /** At once, rather than when the hands rest or at the next attempt. */
    saveNow(): void {
      stopTimers();
      if (opened.peek()) {
        if (words !== saved) state.value = { kind: "saving" };
        void save();
      } else {
        void open();
      }
    },
    /** Leaves the meeting. What is unsaved is saved first, if need be with further attempts. */
    close(): void {
      closed = true;
      if (words === saved) {
        stop();
        return;
      }
      void save();
    },
  };
}

export type NoteEditorModel = ReturnType<typeof createNoteEditor>;

function savedAt(row: Note | undefined): Instant | null {
  return row?._c?.["text"]?.[0] ?? null;
}

/** A row that any field of was written after what is known of it. */
function isNewer(row: Note, known: Note | undefined): boolean {
  const knownClocks = known?._c ?? {};
  return Object.entries(row._c ?? {}).some(([field, stamp]) => {
    const knownStamp = knownClocks[field];
    return !knownStamp || compareStamps(stamp, knownStamp) > 0;
  });
}
