import { i18n } from "#i18n";
import { kickoffGroups } from "@/lib/content/checklists.ts";
import type { KickoffListModel } from "@/lib/state/kickoff-list.ts";
import { CheckRow } from "./check-row.tsx";

/** What a kickoff goes through: five things to agree on, five to talk about. Ticked here or on the page of the stage. */
export function KickoffSection({ model }: { model: KickoffListModel }) {
  const view = model.view.value;
  if (!view || view.items.length === 0) return null;
  return (
    <section class="sec kickoff" aria-labelledby="kickoff">
      <div class="sec-head">
        <h3 class="head" id="kickoff">
          {i18n.t("checklist.kickoff.title")}
        </h3>
        <span class="meta num">
          {i18n.t("checklist.count", [String(view.done), String(view.items.length)])}
        </span>
      </div>
      <p class="meta">{i18n.t("checklist.kickoff.intro")}</p>
      {kickoffGroups.map((group) => {
        const items = view.items.filter((item) => item.shipped?.group === group);
        return (
          items.length > 0 && (
            <div key={group} class="kickoff-group">
              <h4 class="strong">{i18n.t(`checklist.groups.${group}`)}</h4>
              <ul class="list">
                {items.map((item) => (
                  <CheckRow
                    key={item.id}
                    item={item}
                    role={view.role}
                    mentorshipId={model.mentorshipId}
                    acts={model}
                    plain
                  />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}
