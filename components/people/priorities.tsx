import { ListPlus, Pencil, Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { PersonModel, PersonView } from "@/lib/state/person.ts";

/** What matters to somebody now, and what did before: new priorities keep the old ones with their days. */
export function Priorities({ model, view }: { model: PersonModel; view: PersonView }) {
  const [open, setOpen] = useState<"edit" | "new" | null>(null);
  const place = useReturnFocus<HTMLElement>(open !== null);
  const now = view.person.priorities?.trim() ?? "";
  const day = (at: number): string => shortDay(dayOf(at, Temporal.Now.timeZoneId()), view.today);
  const named = i18n.t("people.textOf", [i18n.t("fields.priorities"), view.name]);
  return (
    <section ref={place} class="person-text" aria-labelledby="priorities">
      <div class="sec-head">
        <h3 class="head" id="priorities">
          {i18n.t("fields.priorities")}
        </h3>
        {open === null && now && (
          <span class="end">
            {view.mentorships.length > 0 && (
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("journal.ask", [named])}
                title={i18n.t("goals.discuss")}
                onClick={() => void model.discussPriorities()}
              >
                <Icon of={ListPlus} flip />
              </button>
            )}
            <button
              type="button"
              class="icon-btn sm"
              aria-label={i18n.t("people.edit", [named])}
              title={i18n.t("goals.edit")}
              onClick={() => setOpen("edit")}
            >
              <Icon of={Pencil} size="sm" />
            </button>
          </span>
        )}
      </div>
      {open === null && now && <p class="doc break">{now}</p>}
      {open === null && !now && <p class="soft">{i18n.t("people.noPriorities")}</p>}
      {open === null ? (
        <button type="button" class="btn sm quiet new" data-return onClick={() => setOpen("new")}>
          <Icon of={Plus} size="sm" />
          {i18n.t(now ? "people.newPriorities" : "people.writePriorities")}
        </button>
      ) : (
        <InlineForm
          draft={`${view.person.id}.priorities`}
          label={named}
          submit={i18n.t("common.save")}
          onSave={(value) => model.write("priorities", value("text"))}
          onClose={() => setOpen(null)}
        >
          {open === "new" && now && <p class="hint">{i18n.t("people.newPrioritiesHint")}</p>}
          <textarea
            class="textarea"
            name="text"
            aria-label={i18n.t("fields.priorities")}
            placeholder={i18n.t("people.examples.priorities")}
            defaultValue={open === "edit" ? now : ""}
          />
        </InlineForm>
      )}
      {view.earlier.length > 0 && (
        <ol class="walk earlier" aria-label={i18n.t("people.earlier")}>
          {view.earlier.map((each) => (
            <li key={each.since}>
              <span class="mark">
                <span class="dot" />
              </span>
              <p class="meta">{i18n.t("people.fromTo", [day(each.since), day(each.until)])}</p>
              <p class="soft break">{each.text}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
