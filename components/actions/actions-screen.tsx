import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { owners } from "@/lib/domain/vocabulary.ts";
import type { ActionsModel } from "@/lib/state/actions.ts";
import { ActionList } from "./action-list.tsx";
import { AddAction } from "./add-action.tsx";

/** What the two promised each other. Content of the Shell's main, which draws the heading. */
export function ActionsScreen({ model }: { model: ActionsModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const { today, partnerName } = view;
  const shared = { today, partnerName, model };
  const nothingDue = view.due.length === 0 && !view.none && !model.filter.value;
  return (
    <div ref={page} tabIndex={-1} class="cols aside actions-page">
      <div>
        <AddAction model={model} partnerName={partnerName} />
        {(view.mixed || model.filter.value) && (
          <div class="filters" role="group" aria-label={i18n.t("actions.whose")}>
            {[null, ...owners].map((owner) => (
              <button
                key={owner ?? "all"}
                type="button"
                class="chip"
                aria-pressed={model.filter.value === owner}
                onClick={() => {
                  model.filter.value = owner;
                }}
              >
                {i18n.t(owner ? `actions.only.${owner}` : "journal.all", [partnerName])}
              </button>
            ))}
          </div>
        )}
        {view.nothing && <p class="soft none">{i18n.t("actions.nothing")}</p>}
        {view.none && (
          <Empty
            title={i18n.t("actions.empty.title")}
            why={i18n.t("actions.empty.why")}
            example={i18n.t("actions.empty.example")}
          />
        )}
        <ActionList {...shared} heading={i18n.t("due.heading")} items={view.due} />
        {nothingDue && <p class="soft none">{i18n.t("due.none")}</p>}
        <ActionList
          {...shared}
          heading={i18n.t("actions.proposed")}
          hint={i18n.t("actions.proposedHint")}
          items={view.proposed}
        />
        <ActionList {...shared} heading={i18n.t("actions.later")} items={view.later} />
        <ActionList {...shared} heading={i18n.t("actions.undated")} items={view.undated} />
      </div>
      <div>
        <ActionList {...shared} heading={i18n.t("actions.waiting", [partnerName])} items={view.theirs} />
        <ActionList {...shared} heading={i18n.t("actions.done")} items={view.done} />
      </div>
    </div>
  );
}
