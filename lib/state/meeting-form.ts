import { signal } from "@preact/signals";
import {
  editMeeting,
  logMeeting,
  type MeetingForm,
  moveMeeting,
  type NotHeldForm,
  planMeeting,
} from "@/lib/db/meetings.ts";
import { splitMeeting } from "@/lib/db/split-meeting.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { UserErrorCode } from "@/lib/domain/user-error.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
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
 * The form that plans, logs, changes, moves or splits a meeting. What is wrong is said at its field, and what was typed stays.
 * @param said the toast for each purpose
 * @param onDone with the id of the meeting that the form was about, or made
 */
export function createMeetingForm(
  said: (purpose: FormPurpose) => string,
  onDone: (id: Id, purpose: FormPurpose) => void,
) {
  const purpose = signal<FormPurpose | null>(null);
  const values = signal<MeetingForm | null>(null);
  /** Why a meeting is moved, and at whose wish. */
  const because = signal<NotHeldForm>(noReason);
  const error = signal<{ field: MeetingField | null; code: UserErrorCode | Failure } | null>(null);
  /** The title that was proposed; one that a person changed is not replaced any more. */
  let proposed = "";

  return {
    purpose,
    values,
    because,
    error,
    open(what: FormPurpose, start: MeetingForm, reason = noReason): void {
      because.value = reason;
      purpose.value = what;
      values.value = start;
      proposed = start.title;
      error.value = null;
    },
    set(field: MeetingField, value: string): void {
      const form = values.peek();
      if (!form) return;
      values.value = { ...form, [field]: field === "minutes" ? Number(value) : value };
      if (error.peek()?.field === field) error.value = null;
    },
    explain(reason: Partial<NotHeldForm>): void {
      because.value = { ...because.peek(), ...reason };
    },
    /** Another kind brings its own title, unless the person has written one. */
    propose(title: string): void {
      const form = values.peek();
      if (!form || form.title !== proposed) return;
      proposed = title;
      values.value = { ...form, title };
    },
    close(): void {
      purpose.value = null;
      values.value = null;
      error.value = null;
    },
    submit: once(async (): Promise<boolean> => {
      const [what, form] = [purpose.peek(), values.peek()];
      if (!what || !form) return false;
      let id: Id = what.kind === "edit" ? what.id : "";
      const problem = await performInForm(async () => {
        if (what.kind === "edit") return editMeeting(db, what.id, form);
        const act = db.newId();
        if (what.kind === "move") id = await moveMeeting(db, what.id, form, act, because.peek());
        else if (what.kind === "split") id = await splitMeeting(db, what.id, form, act);
        else id = await (what.kind === "plan" ? planMeeting : logMeeting)(db, form, act);
        return act;
      }, said(what));
      if (problem) {
        error.value = { field: fieldOfError[problem] ?? null, code: problem };
        return false;
      }
      purpose.value = null;
      values.value = null;
      onDone(id, what);
      return true;
    }, false),
  };
}

export type MeetingFormModel = ReturnType<typeof createMeetingForm>;
