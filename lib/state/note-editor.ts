import { computed, effect, signal, untracked } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { markNote, noteRow, type OpenNote, openNote, saveLastWords, saveNoteText } from "@/lib/db/notes.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Note } from "@/lib/domain/note.ts";
import { editBetween } from "@/lib/domain/text-edit.ts";
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

/** Loaded when a save has failed: almost nobody ever needs it. */
const lifeboat = () => import("@/lib/browser/lifeboat-store.ts");

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
}

/**
 * The user's own notes of one meeting while they are edited. The editor is the truth while it holds unsaved words; one
 * save is under way at a time, and what is typed meanwhile goes with the next. While it is clean it follows other
 * windows. When the document is hidden or closed the last words go in one synchronous write.
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
    return note && noteRow(db, note);
  }, opened);

  /** What the editor holds, and what of it is known to be stored. */
  let words = "";
  let saved = "";
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

  const show = (text: string, at: Instant | null): void => {
    words = text;
    saved = text;
    state.value = { kind: "saved", at };
    incoming.value = { n: (incoming.peek()?.n ?? 0) + 1, text };
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

  /** Another window wrote, or our own save arrived. Unsaved words win and are saved over it. */
  const take = (row: Note | undefined): void => {
    const note = opened.peek();
    if (!note || !row || !isNewer(row, note.row)) return;
    note.row = row;
    if (words !== saved || row.text === words) return;
    show(row.text, savedAt(row));
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
      if (sent !== saved) await saveNoteText(db, note, sent, actFor(sent));
      saved = sent;
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

  const lastWords = (): void => {
    const note = opened.peek();
    if (!note || words === saved) return;
    if (asideId !== undefined) void setAside();
    try {
      // Not taken for saved: if the document lives on, the next save looks whether it got through.
      saveLastWords(db, note, words, actFor(words), underWay);
    } catch (error) {
      reportError("note", error);
    }
  };
  const whenHidden = (): void => {
    if (document.visibilityState === "hidden") lastWords();
  };
  document.addEventListener("visibilitychange", whenHidden);
  globalThis.addEventListener("pagehide", lastWords);
  const stopFollowing = untracked(() =>
    effect(() => {
      const row = stored.value;
      untracked(() => take(row));
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
    confidential: computed(() => stored.value?.confidential === true),
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
      lastWords();
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
