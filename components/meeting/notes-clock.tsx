import { Clock, ClockPlus, Lock, LockOpen } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { type MeetingClock, meetingClock } from "@/lib/domain/meeting-clock.ts";
import { elapsed, untilInstant } from "@/lib/i18n/dates.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import type { NoteEditorModel } from "@/lib/state/note-editor.ts";
import { SaveState } from "./save-state.tsx";

/** How much time there is, whether the words are safe, and the end of the trail: the button that ends the meeting. */
export function NotesClock({
  model,
  view,
  note,
  onTime,
}: {
  model: MeetingModel;
  view: MeetingView;
  note: NoteEditorModel | null;
  /** Puts the time since the start into the notes. */
  onTime?: ((mark: string) => void) | undefined;
}) {
  const { meeting } = view;
  const waiting = !meeting.startedAt;
  return (
    <header class="clock">
      <h2 class="sr">
        {i18n.t("notes.heading")}, {meeting.title}
      </h2>
      <div class="line">
        {waiting ? <Waiting view={view} /> : <Running model={model} view={view} onTime={onTime} />}
        {note && <SaveState note={note} />}
      </div>
      <div class="way">
        <ElapsedTrail model={model} view={view} />
        {!meeting.endedAt && waiting && (
          <button type="button" class="btn sm" onClick={() => void model.start()}>
            {i18n.t("notes.startClock")}
          </button>
        )}
        {!meeting.endedAt && (
          <button type="button" class={waiting ? "btn sm quiet" : "btn sm"} onClick={() => void model.end()}>
            {i18n.t("notes.end")}
          </button>
        )}
        {note && <Confidential note={note} />}
      </div>
    </header>
  );
}

/** Whether the notes are left out of what is copied. */
function Confidential({ note }: { note: NoteEditorModel }) {
  const on = note.confidential.value;
  return (
    <button
      type="button"
      class="icon-btn sm"
      aria-pressed={on}
      aria-label={i18n.t("confidential.noteOff")}
      title={i18n.t(on ? "confidential.noteOn" : "confidential.noteOff")}
      onClick={() => void note.mark(!on)}
    >
      <Icon of={on ? Lock : LockOpen} size="sm" />
    </button>
  );
}

function Waiting({ view }: { view: MeetingView }) {
  return (
    <>
      {view.startsAt > view.now && <span class="head">{untilInstant(view.startsAt, view.now)}</span>}
      <span class="meta planned">{i18n.t("notes.waiting", [String(view.meeting.plannedMinutes)])}</span>
    </>
  );
}

/** Moves on every second; only the turn at five minutes and at the end is said aloud. */
function Running({
  model,
  view,
  onTime,
}: {
  model: MeetingModel;
  view: MeetingView;
  onTime: ((mark: string) => void) | undefined;
}) {
  const { meeting } = view;
  const clock = meetingClock(meeting, meeting.endedAt ?? model.now.value);
  const minutes = String(Math.floor(clock.elapsedSeconds / 60));
  const turned = clock.state === "soon" || clock.state === "over";
  return (
    <>
      <span
        class={turned ? "elapsed soon" : "elapsed"}
        role="timer"
        aria-label={i18n.t("notes.elapsed", [minutes, String(meeting.plannedMinutes)])}
      >
        {elapsed(clock.elapsedSeconds)}
      </span>
      <span class={turned ? "meta soon" : "meta"}>
        {turned && <Icon of={Clock} size="sm" />} {clockWords(clock, meeting.plannedMinutes)}
      </span>
      {onTime && !meeting.endedAt && (
        <button
          type="button"
          class="icon-btn sm"
          aria-label={i18n.t("notes.insertTime")}
          title={i18n.t("notes.insertTime")}
          onClick={() => onTime(`[${elapsed(clock.elapsedSeconds)}] `)}
        >
          <Icon of={ClockPlus} size="sm" />
        </button>
      )}
      <span class="sr" aria-live="polite">
        {clock.state === "soon" && i18n.t("notes.left", ["5"])}
        {clock.state === "over" && i18n.t("notes.timeUp")}
      </span>
    </>
  );
}

function clockWords(clock: MeetingClock, planned: number): string {
  switch (clock.state) {
    case "soon":
      return i18n.t("notes.left", [String(Math.ceil(clock.leftSeconds / 60))]);
    case "over": {
      const over = Math.floor(-clock.leftSeconds / 60);
      return over === 0 ? i18n.t("notes.timeUp") : i18n.t("notes.over", [String(over)]);
    }
    case "ended":
      return i18n.t("notes.ended");
    case "waiting":
    case "running":
      return i18n.t("notes.of", [String(planned)]);
  }
}

function ElapsedTrail({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const { fraction } = meetingClock(view.meeting, view.meeting.endedAt ?? model.now.value);
  return (
    <span class="trail plain" style={{ "--p": `${fraction * 100}%` }} aria-hidden="true">
      <span class={view.meeting.startedAt ? "dot" : "dot ring"} />
    </span>
  );
}
