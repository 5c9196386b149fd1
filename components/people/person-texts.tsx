import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { PersonModel, PersonView } from "@/lib/state/person.ts";
import { PersonText } from "./person-text.tsx";

const texts = ["howMet", "journey", "excites", "notes", "links"] as const;
const ownTexts = ["ambition", "journey", "notes", "links"] as const;
export type CardText = (typeof texts)[number] | (typeof ownTexts)[number];

/** What is known of somebody, each part written in its place; below it the parts that nothing stands in yet. */
export function PersonTexts({ model, view }: { model: PersonModel; view: PersonView }) {
  const [adding, setAdding] = useState<CardText | null>(null);
  const place = useReturnFocus<HTMLDivElement>(adding !== null);
  const all: readonly CardText[] = view.isMe ? ownTexts : texts;
  const isFilled = (field: CardText): boolean => Boolean(view.person[field]?.trim());
  const empty = all.filter((field) => !isFilled(field) && field !== adding);
  return (
    <div ref={place} class="person-texts">
      {all
        .filter((field) => isFilled(field) || field === adding)
        .map((field) => (
          <PersonText
            key={field}
            field={field}
            model={model}
            view={view}
            adding={field === adding}
            onClose={() => setAdding(null)}
          />
        ))}
      {empty.length > 0 && (
        <div class="btns" role="group" aria-label={i18n.t("people.tell", [view.name])}>
          {empty.map((field, index) => (
            <button
              key={field}
              type="button"
              class="btn sm quiet"
              data-return={index === 0 ? "" : undefined}
              onClick={() => setAdding(field)}
            >
              <Icon of={Plus} size="sm" />
              {i18n.t(`fields.${field}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
