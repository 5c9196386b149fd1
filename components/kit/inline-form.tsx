import { CircleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Failure } from "@/lib/state/failure.ts";
import { Icon } from "./icon.tsx";
import { useFormDraft } from "./use-form-draft.ts";
import { RestoredHint } from "./restored-hint.tsx";

export type FieldValue = (name: string) => string;

/**
 * A small form that stands in the place of what it edits. Enter saves, Escape closes it and keeps what is typed for the
 * next time, Cancel gives it up; the first field has the focus, and what went wrong is said in the form and at its field,
 * with the typed words still there.
 */
export function InlineForm({
  label,
  submit,
  onSave,
  onClose,
  extra,
  again,
  draft,
  children,
}: {
  /** Accessible name, with the name of what is edited. */
  label: string;
  submit: string;
  /** `value` reads a field by its name, empty where there is none. */
  onSave: (value: FieldValue) => Promise<Failure | null>;
  onClose: () => void;
  /** Further buttons, such as Remove. */
  extra?: ComponentChildren;
  /** Stays open for the next one after saving. */
  again?: boolean;
  /** Keeps what is typed under this id until it is saved or given up; `null` if its fields are kept elsewhere. */
  draft: string | null;
  /** Uncontrolled fields with a `name`. The first one gets the focus, unless another has `data-first`. */
  children: ComponentChildren;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const errorId = useId();
  const kept = useFormDraft(form, draft);
  const giveUp = (): void => {
    kept.clear();
    onClose();
  };
  useEffect(() => {
    const element = form.current;
    focusFirst(element);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, []);

  const saving = useRef(false);
  const save = async (): Promise<void> => {
    const element = form.current;
    // A second press while the first is being saved would save the same again.
    if (!element || saving.current) return;
    saving.current = true;
    // A half-typed date reads as empty; saving that would throw the date away without a word.
    const broken = fieldsOf(element).find((field) => field.validity.badInput);
    const failed = broken ? "badDate" : await onSave(valuesOf(element));
    saving.current = false;
    setProblem(failed);
    for (const field of fieldsOf(element)) field.removeAttribute("aria-invalid");
    if (failed) {
      const field = broken ?? fieldOfProblem(element, failed);
      field?.setAttribute("aria-invalid", "true");
      field?.setAttribute("aria-describedby", errorId);
      field?.focus();
    } else if (again) {
      kept.clear();
      element.reset();
      focusFirst(element);
    } else {
      giveUp();
    }
  };

  return (
    <form
      ref={form}
      class="inline-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {children}
      {kept.restored && <RestoredHint onStartOver={kept.startOver} />}
      {problem && (
        <p class="error" role="alert" id={errorId}>
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${problem}`)}
        </p>
      )}
      <div class="btns">
        <button type="submit" class="btn sm primary">
          {submit}
        </button>
        <button type="button" class="btn sm quiet" onClick={giveUp}>
          {i18n.t(again ? "common.close" : "common.cancel")}
        </button>
        {extra}
      </div>
    </form>
  );
}

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): FormField[] {
  return [...form.querySelectorAll<FormField>("input, textarea, select")];
}

function valuesOf(form: HTMLFormElement): FieldValue {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
}

function focusFirst(form: HTMLFormElement | null): void {
  const first = form?.querySelector<FormField>("[data-first]") ?? (form ? fieldsOf(form)[0] : undefined);
  first?.focus();
  if (first instanceof HTMLInputElement && first.type === "text") first.select();
}

const ofDates: readonly Failure[] = ["badDate", "endBeforeStart", "stageTooEarly"];

function fieldOfProblem(form: HTMLFormElement, problem: Failure | null): FormField | undefined {
  // A date that contradicts the start is the one to mend.
  if (problem === "dueBeforeStart") return fieldsOf(form).find((field) => field.name === "dueOn");
  if (problem === "badNumber") return fieldsOf(form).find((field) => !isNumber(field));
  const type =
    problem === null ? null : ofDates.includes(problem) ? "date" : problem === "badLink" ? "url" : null;
  const own = type && fieldsOf(form).find((field) => field.type === type);
  return own || fieldsOf(form).find((field) => field.type !== "date");
}

/** A field for digits says so by its keyboard. What is empty is no number, but nothing that has to be mended. */
function isNumber(field: FormField): boolean {
  return field.inputMode !== "decimal" || (field.value.trim() !== "" && !/[^\d.,+−-]/u.test(field.value));
}
