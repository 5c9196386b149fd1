import { Pencil } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { fewestGoals, mostGoals } from "@/lib/domain/goal-count.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView } from "@/lib/state/goals-view.ts";

/** The sentence that says where the mentorship is going, changed in its place. */
export function Destination({ model, view }: { model: GoalsModel; view: GoalsView }) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLElement>(editing);
  const count = view.open.length;
  const sums = [String(count), String(fewestGoals), String(mostGoals)] as const;
  if (editing) {
    return (
      <section ref={place} class="focus dest" aria-label={i18n.t("goals.destination")}>
        <InlineForm
          draft={`${view.mentorshipId}.destination`}
          label={i18n.t("goals.destination")}
          submit={i18n.t("common.save")}
          onSave={(value) => model.writeDestination(view.mentorshipId, value("destination"))}
          onClose={() => setEditing(false)}
          extra={
            <HistoryLink table="mentorships" id={view.mentorshipId} title={i18n.t("goals.destination")} />
          }
        >
          <textarea
            class="textarea doc"
            name="destination"
            aria-label={i18n.t("goals.destination")}
            placeholder={i18n.t("goals.destinationExample")}
            defaultValue={view.destination}
          />
        </InlineForm>
      </section>
    );
  }
  if (!view.destination) {
    return (
      <section ref={place} class="dest" aria-label={i18n.t("goals.destination")}>
        <Empty
          title={i18n.t("destinationLine.define")}
          why={i18n.t("goals.noDestination")}
          example={i18n.t("goals.destinationQuoted")}
        >
          <button type="button" class="btn" data-return onClick={() => setEditing(true)}>
            {i18n.t("goals.writeDestination")}
          </button>
        </Empty>
      </section>
    );
  }
  return (
    <section ref={place} class="focus dest" aria-label={i18n.t("goals.destination")}>
      <p class="doc break">{view.destination}</p>
      <p class="meta line">
        <span>
          {i18n.t("goals.destination")}
          {count > 0 && `, ${i18n.t("goalPlan.countOf", [...sums])}`}
        </span>
        <button
          type="button"
          class="btn sm quiet"
          aria-label={i18n.t("goals.editDestination")}
          data-return
          onClick={() => setEditing(true)}
        >
          <Icon of={Pencil} size="sm" />
          {i18n.t("goals.edit")}
        </button>
      </p>
    </section>
  );
}
