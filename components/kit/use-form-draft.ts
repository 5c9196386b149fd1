import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { formDraft } from "@/lib/state/form-draft.ts";

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what is typed into a form from the first key, and brings it back when the form is opened again: the page may be
 * closed at any moment. Fields that were not touched keep what is stored of them.
 * @param id one form of one record; `null` for a form that is kept by itself, or not at all
 * @returns `restored` says that something came back, `clear` forgets it, `startOver` also in the fields
 */
export function useFormDraft(
  form: RefObject<HTMLFormElement | null>,
  id: string | null,
): { restored: boolean; clear: () => void; startOver: () => void } {
  const [restored, setRestored] = useState(false);
  const draft = useMemo(() => (id === null ? null : formDraft(id)), [id]);
  const before = useRef<Record<string, string>>({});
  useLayoutEffect(() => {
    const element = form.current;
    if (!element || !draft) return undefined;
    before.current = valuesIn(element);
    let typed = false;
    let restoring = false;
    const keep = (): void => {
      // A form that is being taken away may still tell of a change, when its fields are gone already.
      if (restoring || !element.isConnected) return;
      typed = true;
      draft.keep(changedIn(element, before.current));
    };
    element.addEventListener("input", keep);
    element.addEventListener("change", keep);
    void draft.read().then((kept) => {
      // What is typed while the draft is being read is newer than it.
      if (typed || !element.isConnected || Object.keys(kept).length === 0) return;
      restoring = true;
      put(element, kept);
      // A choice may bring fields of its own, with the next drawing.
      requestAnimationFrame(() => {
        put(element, kept);
        restoring = false;
        setRestored(true);
      });
    });
    return () => {
      element.removeEventListener("input", keep);
      element.removeEventListener("change", keep);
    };
  }, [draft]);
  const clear = (): void => draft?.keep({});
  return {
    restored,
    clear,
    startOver: () => {
      clear();
      setRestored(false);
      if (form.current) put(form.current, before.current);
      clear();
      // The button that was pressed goes.
      form.current?.querySelector<FormField>("input, textarea, select")?.focus();
    },
  };
}

function namedFields(form: HTMLFormElement): FormField[] {
  return [...form.querySelectorAll<FormField>("input[name], textarea[name], select[name]")];
}

function isPick(field: FormField): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

/** What a field holds; nothing for the radio buttons that are not the chosen one. */
function valueIn(field: FormField): string | undefined {
  if (!isPick(field)) return field.value;
  if (field.type === "checkbox") return field.checked ? "on" : "";
  return field.checked ? field.value : undefined;
}

function valuesIn(form: HTMLFormElement): Record<string, string> {
  const pairs = namedFields(form).map((field) => [field.name, valueIn(field)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** A field that appeared meanwhile is as it was while it holds what it came with. */
function valueAtFirst(form: HTMLFormElement, name: string): string {
  const field = namedFields(form).find((each) => each.name === name);
  if (!(field instanceof HTMLSelectElement)) return field && !isPick(field) ? field.defaultValue : "";
  const options = [...field.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

function changedIn(form: HTMLFormElement, before: Record<string, string>): Record<string, string> {
  const changed = Object.entries(valuesIn(form)).filter(
    ([name, value]) => value !== (before[name] ?? valueAtFirst(form, name)),
  );
  return Object.fromEntries(changed);
}

/** Puts values into the fields as if they were typed, so that whatever follows the fields follows. */
function put(form: HTMLFormElement, values: Record<string, string>): void {
  for (const field of namedFields(form)) {
    const value = values[field.name];
    if (value === undefined || valueIn(field) === value) continue;
    if (isPick(field)) {
      if (field.type === "checkbox" || field.value === value) field.click();
      continue;
    }
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    const fold = field.closest("details");
    if (fold) fold.open = true;
  }
}
