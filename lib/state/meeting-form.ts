import { signal } from "@preact/signals";
import { editMeeting, logMeeting, type MeetingForm, planMeeting } from "@/lib/db/meetings.ts";
import type { NotHeldForm } from "@/lib/db/not-held.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type MeetingKind, meetingKinds } from "@/lib/domain/vocabulary.ts";
import type { UserErrorCode } from "@/lib/domain/user-error.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { type FormDraft, formDraft } from "./form-draft.ts";
import { once } from "./once.ts";

export type MeetingField = "kind" | "title" | "on" | "time" | "minutes" | "link";

/** What the form is for: a meeting ahead, one that was held, a change of one, or a new date for one. */
export type FormPurpose =
  | { kind: "plan" }
  | { kind: "log" }
  | { kind: "edit"; id: Id }
  | { kind: "move"; id: Id }
  | { kind: "split"; id: Id };

const fieldOfError: Partial<Record<Failure, MeetingField>> = {
  badDate: "on",
  badTime: "time",
  badLink: "link",
  emptyText: "title",
  tooLong: "title",
};

const noReason: NotHeldForm = { why: "", by: "" };

/**
 * The form that plans, logs, changes, moves or splits a meeting. What is wrong is said at its field, and what was typed
 * stays: also when the page is closed, until it is saved or given up. Only the link is not kept, since it may hold a
 * passcode.
 * @param said the toast for each purpose
 * @param onDone with the id of the meeting that the form was about, or made
 * @param usual what a kind of meeting is called and how long it takes; where it is given, a kind that is chosen brings
 *   both, unless the person has said otherwise
 */
export function createMeetingForm(
  said: (purpose: FormPurpose) => string,
  onDone: (id: Id, purpose: FormPurpose) => void,
  usual?: (kind: MeetingKind) => Pick<MeetingForm, "title" | "minutes">,
) {
  const purpose = signal<FormPurpose | null>(null);
  const values = signal<MeetingForm | null>(null);
  /** Why a meeting is moved, and at whose wish. */
  const because = signal<NotHeldForm>(noReason);
  const error = signal<{ field: MeetingField | null; code: UserErrorCode | Failure } | null>(null);
  /** It was typed before this page was opened. */
  const restored = signal(false);
  let start: MeetingForm | null = null;
  let draft: FormDraft | null = null;
  let typed: Record<string, string> = {};

  const keep = (field: string, value: string): void => {
    restored.value = false;
    if (field === "link") return;
    typed = { ...typed, [field]: value };
    draft?.keep(typed);
  };
  const forget = (): void => {
    typed = {};
    restored.value = false;
    draft?.keep({});
  };
  /** The form with another kind, and what is usual for it where nothing else was said. */
  const ofKind = (form: MeetingForm, kind: MeetingKind): MeetingForm => {
    const { title, minutes } = usual?.(kind) ?? form;
    return {
      ...form,
      kind,
      title: typed["title"] === undefined ? title : form.title,
      minutes: typed["minutes"] === undefined ? minutes : form.minutes,
    };
  };
  const bringBack = (kept: Record<string, string>, form: MeetingForm): void => {
    typed = kept;
    const kind = meetingKinds.find((each) => each === kept["kind"]);
    const minutes = Number(kept["minutes"] ?? form.minutes);
    const { title = form.title, on = form.on, time = form.time } = kept;
    const told = { ...form, title, on, time, minutes };
    values.value = kind ? ofKind(told, kind) : told;
    because.value = { ...because.peek(), why: kept["why"] ?? because.peek().why };
    restored.value = true;
  };
  const leave = (): void => {
    purpose.value = null;
    values.value = null;
    error.value = null;
  };

  return {
    restored,
    purpose,
    values,
    because,
    error,
    open(what: FormPurpose, from: MeetingForm, reason = noReason): void {
      because.value = reason;
      purpose.value = what;
      values.value = start = from;
      error.value = null;
      restored.value = false;
      typed = {};
      const own = formDraft(`${"id" in what ? what.id : from.mentorshipId}.meeting.${what.kind}`);
      draft = own;
      void own.read().then((kept) => {
        // What is typed while the draft is being read is newer than it.
        const isOpen = draft === own && values.peek() === from;
        if (isOpen && Object.keys(kept).length > 0) bringBack(kept, from);
      });
    },
    set(field: MeetingField, value: string): void {
      const form = values.peek();
      if (!form) return;
      const kind = field === "kind" && meetingKinds.find((each) => each === value);
      values.value = kind
        ? ofKind(form, kind)
        : { ...form, [field]: field === "minutes" ? Number(value) : value };
      keep(field, value);
      if (error.peek()?.field === field) error.value = null;
    },
    explain(reason: Partial<NotHeldForm>): void {
      because.value = { ...because.peek(), ...reason };
      if (reason.why !== undefined) keep("why", reason.why);
    },
    /** Closes it; what is typed is there when it is opened again. */
    leave,
    /** Gives up what was typed, and begins anew. */
    startOver(): void {
      forget();
      because.value = noReason;
      values.value = start;
    },
    /** Closes it for good. */
    close(): void {
      forget();
      leave();
    },
    submit: once(async (): Promise<boolean> => {
      const [what, form] = [purpose.peek(), values.peek()];
      if (!what || !form) return false;
      let id: Id = what.kind === "edit" ? what.id : "";
      const problem = await performInForm(async () => {
        if (what.kind === "edit") return editMeeting(db, what.id, form);
        const act = db.newId();
        if (what.kind === "move") {
          const { moveMeeting } = await import("@/lib/db/move-meeting.ts");
          id = await moveMeeting(db, what.id, form, act, because.peek());
        } else if (what.kind === "split")
          id = await (await import("@/lib/db/split-meeting.ts")).splitMeeting(db, what.id, form, act);
        else id = await (what.kind === "plan" ? planMeeting : logMeeting)(db, form, act);
        return act;
      }, said(what));
      if (problem) {
        error.value = { field: fieldOfError[problem] ?? null, code: problem };
        return false;
      }
      forget();
      leave();
      onDone(id, what);
      return true;
    }, false),
  };
}

export type MeetingFormModel = ReturnType<typeof createMeetingForm>;
