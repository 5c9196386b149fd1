import type { FieldControl } from "@/components/kit/field.tsx";
import type { AnswerField, WelcomeModel } from "@/lib/state/welcome.ts";

/** A one-line answer, kept with every key. Named after its answer, so that an error finds it. */
export function AnswerInput({
  model,
  field,
  type,
  ...rest
}: FieldControl & {
  model: WelcomeModel;
  field: AnswerField;
  type?: "date" | "time";
  min?: string;
  placeholder?: string;
  autocomplete?: string;
  inputMode?: "url";
}) {
  const shared = {
    autocomplete: "off",
    ...rest,
    class: "input",
    name: field,
    value: model.answers.value[field],
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      const input = event.currentTarget;
      // A half-typed day reads as empty; taking that for an answer would wipe the field while it is being typed.
      if (!input.validity.badInput) model.set({ [field]: input.value });
    },
  };
  return type ? <input {...shared} type={type} /> : <input {...shared} type="text" />;
}
