import { Copy } from "lucide";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { introParts } from "@/lib/domain/intro-note.ts";
import { shortName } from "@/lib/domain/person-name.ts";
import type { IntroModel } from "@/lib/state/person-intro.ts";

/** The note that introduces you to somebody: four questions on one side, what they will read on the other. */
export function IntroNote({ model, name }: { model: IntroModel; name: string }) {
  const view = model.view.value;
  if (!view) return null;
  return (
    <section class="intro" aria-labelledby="intro">
      <div class="sec-head">
        <h3 class="title" id="intro">
          {i18n.t("intro.title")}
        </h3>
        {model.restored.value && (
          <span class="meta" role="status">
            {i18n.t("capture.restored")}
          </span>
        )}
      </div>
      <p class="soft">{i18n.t("intro.hint", [shortName(name)])}</p>
      <div class="intro-cols">
        <form
          class="intro-parts"
          aria-label={i18n.t("intro.title")}
          onSubmit={(event) => event.preventDefault()}
        >
          {introParts.map((part) => (
            <Field key={part} label={i18n.t(`intro.parts.${part}`)}>
              {(control) => (
                <textarea
                  {...control}
                  class="textarea"
                  placeholder={i18n.t(`intro.examples.${part}`)}
                  value={view.parts[part]}
                  onInput={(event) => model.type(part, event.currentTarget.value)}
                  onBlur={() => void model.save()}
                />
              )}
            </Field>
          ))}
        </form>
        <div class="intro-note">
          {view.note ? (
            <p class="doc break" aria-label={i18n.t("intro.preview")} role="region">
              {view.note}
            </p>
          ) : (
            <p class="soft">{i18n.t("intro.nothing")}</p>
          )}
          <button
            type="button"
            class="btn primary"
            disabled={!view.note}
            onClick={() => void model.save().then(() => model.copy())}
          >
            <Icon of={Copy} />
            {i18n.t("intro.copy")}
          </button>
        </div>
      </div>
    </section>
  );
}
