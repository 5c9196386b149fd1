import { Ellipsis } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { countsWords } from "@/components/kit/counts-words.ts";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { clockTime, nearDay } from "@/lib/i18n/dates.ts";
import { historyPath, remindPath } from "@/lib/state/paths.ts";
import type { PersonModel, PersonView } from "@/lib/state/person.ts";
import { PersonForm } from "./person-form.tsx";

/** Who it is, what they do, and what time it is where they are. */
export function PersonHead({ model, view }: { model: PersonModel; view: PersonView }) {
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const place = useReturnFocus<HTMLElement>(editing);
  const { person, name, local, today } = view;
  const remove = (): void => void model.remove(name);
  if (editing) {
    return (
      <header ref={place} class="person-head">
        <PersonForm model={model} view={view} onClose={() => setEditing(false)} />
      </header>
    );
  }
  const item = (id: string, label: string, onPick: () => void): MenuItem => ({ id, label, onPick });
  return (
    <header ref={place} class="person-head">
      <div class="line">
        <Avatar name={name} me={view.isMe} />
        <h2 class="big break">{name}</h2>
        <span class="end" data-return-place>
          <button type="button" class="btn sm quiet" data-return onClick={() => setEditing(true)}>
            {i18n.t("goals.edit")}
          </button>
          <Menu
            label={i18n.t("people.more", [name])}
            triggerClass="icon-btn sm"
            end
            trigger={<Icon of={Ellipsis} />}
            items={[
              ...(view.isMe || view.mentorships.length > 0
                ? []
                : [
                    item(
                      "candidate",
                      i18n.t(person.candidate ? "people.noCandidate" : "people.makeCandidate"),
                      () => void model.setCandidate(!person.candidate),
                    ),
                  ]),
              item("remind", i18n.t("reminders.set.title"), () => {
                location.hash = remindPath("people", person.id);
              }),
              item("history", i18n.t("common.history"), () => {
                location.hash = historyPath("people", person.id);
              }),
              ...(view.isMe
                ? []
                : [
                    item("remove", i18n.t("people.remove"), () =>
                      view.mentorships.length > 0 ? setAsking(true) : remove(),
                    ),
                  ]),
            ]}
          />
        </span>
      </div>
      <p class="meta dots">
        {view.isMe ? (
          <span>{i18n.t("history.you")}</span>
        ) : (
          view.relations.map((relation) => (
            <span key={relation}>{i18n.t(`people.relations.${relation}`)}</span>
          ))
        )}
        {person.role && <span>{person.role}</span>}
        {local && (
          <span>
            {i18n.t("people.localTime", [clockTime(local.time), cityOf(local.zone)])}
            {local.on !== today && `, ${nearDay(local.on, today)}`}
          </span>
        )}
      </p>
      {!view.person.name && <p class="soft">{i18n.t("people.noName")}</p>}
      <ConfirmDialog
        open={asking}
        title={i18n.t("people.askRemove", [name])}
        confirm={i18n.t("people.remove")}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        <p>
          {i18n.t("people.removeText", [
            countsWords({ mentorships: view.mentorships.length, ...view.contents }),
          ])}
        </p>
        <p>{i18n.t("stage.askRest")}</p>
      </ConfirmDialog>
    </header>
  );
}

/** "Europe/Lisbon" as one says it: "Lisbon". */
function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
