import { ExternalLink, Pencil } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { PersonModel, PersonView } from "@/lib/state/person.ts";
import type { CardText } from "./person-texts.tsx";

/** One part of what is known of somebody, changed in its place. */
export function PersonText({
  field,
  model,
  view,
  adding,
  onClose,
}: {
  field: CardText;
  model: PersonModel;
  view: PersonView;
  /** Nothing stands in it yet: it opens as a form. */
  adding: boolean;
  onClose: () => void;
}) {
  const [editing, setEditing] = useState(adding);
  const place = useReturnFocus<HTMLElement>(editing);
  const label = i18n.t(`fields.${field}`);
  const named = i18n.t("people.textOf", [label, view.name]);
  return (
    <section ref={place} class="person-text">
      <div class="sec-head">
        <h3 class="head">{label}</h3>
        {!editing && (
          <button
            type="button"
            class="icon-btn sm end"
            aria-label={i18n.t("people.edit", [named])}
            title={i18n.t("goals.edit")}
            data-return
            onClick={() => setEditing(true)}
          >
            <Icon of={Pencil} size="sm" />
          </button>
        )}
      </div>
      {editing ? (
        <InlineForm
          draft={`${view.person.id}.${field}`}
          label={named}
          submit={i18n.t("common.save")}
          onSave={(value) => model.write(field, value("text"))}
          onClose={() => {
            setEditing(false);
            onClose();
          }}
        >
          <textarea
            class="textarea"
            name="text"
            aria-label={label}
            placeholder={i18n.t(`people.examples.${field}`)}
            defaultValue={view.person[field] ?? ""}
          />
        </InlineForm>
      ) : field === "links" ? (
        <ul class="links">
          {view.links.map(({ text, href }) => (
            <li key={text} class="break">
              {href ? (
                <a href={href} target="_blank" rel="noreferrer">
                  {text} <Icon of={ExternalLink} size="sm" />
                </a>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p class="doc break">{view.person[field]}</p>
      )}
    </section>
  );
}
