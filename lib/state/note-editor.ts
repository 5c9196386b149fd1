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
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import type { TextEdit } from "@/lib/domain/text-edit.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { createNoteActs } from "./note-acts.ts";
import type { NoteAside } from "./note-aside.ts";
import { isNewer, savedAt } from "./note-row.ts";
import { createNoteTexts, type Origin } from "./note-texts.ts";
import { createSaveTimers } from "./save-timers.ts";

/** Loaded when a save has failed: almost nobody ever needs it. */
const asideModule = () => import("./note-aside.ts");

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

  /** What the editor holds. */
  let words = "";
  const texts = createNoteTexts();
  const actOf = createNoteActs();
  const actFor = (text: string): Id => actOf(texts.saved, text);
  const isSaved = (): boolean => words === texts.saved;
  const timers = createSaveTimers(() => void save());
  /** The text of the save that is under way. */
  let underWay: string | undefined;
  /** The next save came due meanwhile: on a slow disk, hands that never rest would otherwise keep it off. */
  let waiting = false;
  let closed = false;
  /** Saves that failed in a row, and where the words are kept since the second. */
  let failures = 0;
  let aside: NoteAside | undefined;

  const bring = (text: string, edits?: readonly TextEdit[]): void => {
    words = text;
    incoming.value = { n: (incoming.peek()?.n ?? 0) + 1, text, ...(edits && { edits }) };
  };
  const show = (text: string, at: Instant | null): void => {
    texts.storedIs(text);
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
      timers.again(() => void open());
    }
  };

  /** Another window wrote, or our own save arrived. While a save is under way it looks for itself. */
  const take = (): void => {
    const note = opened.peek();
    const standing = stored.peek();
    if (!note || !standing?.row || underWay !== undefined || !isNewer(standing.row, note.row)) return;
    const { row, left } = standing;
    if (row.text !== texts.saved) {
      const from = texts.cameFrom(row.text, left);
      if (row.text === words) texts.storedIs(words);
      else if (words === from.base && row.text === from.wanted) show(row.text, savedAt(row));
      else if (!texts.isReady()) return void texts.ready().then(take);
      else {
        putTogether(row.text, from);
        timers.typed();
      }
    }
    note.row = row;
    if (isSaved() && state.peek().kind === "saving") state.value = { kind: "saved", at: savedAt(row) };
  };

  const putTogether = (standing: string, from: Origin): void => {
    const merged = texts.putTogether(words, standing, from);
    if (merged) bring(merged.text, merged.edits);
  };

  const save = async (): Promise<void> => {
    const note = opened.peek();
    if (!note) return;
    timers.stop();
    if (underWay !== undefined) {
      waiting = true;
      return;
    }
    waiting = false;
    const sent = words;
    underWay = sent;
    try {
      const own = note.left;
      if (sent !== texts.saved && (await saveNoteText(db, note, sent, actFor(sent), texts.saved))) {
        texts.storedIs(sent, true);
      }
      if (note.row && note.row.text !== texts.saved) {
        const { row = note.row, left } = await noteAsItStands(db, note);
        await texts.ready();
        note.row = row;
        // All that this window itself had left behind is in its words.
        const from = row.text === own ? { base: own, wanted: own } : texts.cameFrom(row.text, left);
        putTogether(row.text, from);
        waiting ||= !isSaved();
      }
      failures = 0;
      await aside?.drop();
      aside = undefined;
      if (isSaved()) state.value = { kind: "saved", at: savedAt(note.row) };
      else if (!waiting) timers.typed();
    } catch (error) {
      waiting = false;
      reportError("note", error);
      // Said once and left standing: it would flicker with each silent attempt.
      state.value = { kind: "failed" };
      timers.again(() => void save());
      failures += 1;
      if (failures > 1) await setAside();
    } finally {
      underWay = undefined;
    }
    take();
    if (waiting && !isSaved()) void save();
    if (closed && isSaved()) stop();
  };

  const setAside = async (): Promise<void> => {
    try {
      aside ??= (await asideModule()).createNoteAside(meeting.id);
    } catch (error) {
      reportError("note", error);
    }
    await aside?.keep(words, texts.saved);
  };

  /** @param leave not taken for saved: if the document lives on, the next save looks whether it got through */
  const leaving = (leave: (note: OpenNote) => void): void => {
    const note = opened.peek();
    if (!note || isSaved()) return;
    void aside?.keep(words, texts.saved);
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
    timers.stop();
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
      timers.typed();
      onWords();
    },
    /** At once, rather than when the hands rest or at the next attempt. */
    saveNow(): void {
      timers.stop();
      if (opened.peek()) {
        if (!isSaved()) state.value = { kind: "saving" };
        void save();
      } else {
        void open();
      }
    },
    /** Leaves the meeting. What is unsaved is saved first, if need be with further attempts. */
    close(): void {
      closed = true;
      if (isSaved()) {
        stop();
        return;
      }
      void save();
    },
  };
}

export type NoteEditorModel = ReturnType<typeof createNoteEditor>;
