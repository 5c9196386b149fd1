import type { RefObject } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { formDraft } from "@/lib/state/form-draft.ts";

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what is typed into a form from the first key, and brings it back when the form is opened again: the page may be
 * closed at any moment. Fields that were not touched keep what is stored of them.
 * @param id one form of one record; without one nothing is kept
 * @returns `restored` says that something came back, `clear` forgets it
 */
export function useFormDraft(
  form: RefObject<HTMLFormElement | null>,
  id: string | undefined,
): { restored: boolean; clear: () => void } {
  const [restored, setRestored] = useState(false);
  const draft = useMemo(() => (id === undefined ? null : formDraft(id)), [id]);
  useEffect(() => {
    const element = form.current;
    if (!element || !draft) return undefined;
    let typed = false;
    const keep = (): void => {
      typed = true;
      draft.keep(changedIn(element));
    };
    element.addEventListener("input", keep);
    void draft.read().then((kept) => {
      // What is typed while the draft is being read is newer than it.
      if (!typed && element.isConnected) setRestored(restore(element, kept));
    });
    return () => element.removeEventListener("input", keep);
  }, [draft]);
  return { restored, clear: () => draft?.keep({}) };
}

function namedFields(form: HTMLFormElement): FormField[] {
  const fields = [...form.querySelectorAll<FormField>("input[name], textarea[name], select[name]")];
  return fields.filter((field) => field.type !== "checkbox" && field.type !== "radio");
}

function changedIn(form: HTMLFormElement): Record<string, string> {
  const changed = namedFields(form).filter((field) => field.value !== valueBefore(field));
  return Object.fromEntries(changed.map((field) => [field.name, field.value]));
}

function valueBefore(field: FormField): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

function restore(form: HTMLFormElement, kept: Record<string, string>): boolean {
  const fields = namedFields(form).filter((field) => kept[field.name] !== undefined);
  for (const field of fields) {
    field.value = kept[field.name] ?? "";
    const fold = field.closest("details");
    if (fold) fold.open = true;
  }
  return fields.length > 0;
}
