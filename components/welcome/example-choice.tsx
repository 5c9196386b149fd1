import { Route } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { WelcomeModel } from "@/lib/state/welcome.ts";

/** A button that becomes the choice of a roadmap to start from. */
export function ExampleChoice({ model }: { model: WelcomeModel }) {
  const { example } = model.answers.value;
  const [asked, setAsked] = useState(false);
  const open = asked || example !== "";
  useEffect(() => {
    if (open) void model.loadExamples();
  }, [open]);
  if (!open) {
    return (
      <button type="button" class="btn sm look" onClick={() => setAsked(true)}>
        <Icon of={Route} size="sm" />
        {i18n.t("templates.chooseExample")}
      </button>
    );
  }
  return (
    <Field label={i18n.t("templates.chooseExample")} hint={i18n.t("templates.exampleHint")}>
      {(control) => (
        <select
          {...control}
          class="select"
          name="example"
          value={example}
          onChange={(event) => model.set({ example: event.currentTarget.value })}
        >
          <option value="">{i18n.t("templates.noExample")}</option>
          {model.examples.value.map(({ key, name }) => (
            <option key={key} value={key} selected={key === example}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
