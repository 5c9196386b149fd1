import { ListPlus, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { DateMenu } from "@/components/kit/date-menu.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { RemindLink } from "@/components/kit/remind-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { ShareButton } from "@/components/kit/share-button.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import { dayOfInstant, nearDay } from "@/lib/i18n/dates.ts";
import type { ActionItem, ActionsModel } from "@/lib/state/actions.ts";
import { ActionFields, actionFrom } from "./action-fields.tsx";

/** A promise: ticked, put off by its date, or changed in its place by its words. */
export function ActionRow({
  item,
  today,
  partnerName,
  model,
}: {
  item: ActionItem;
  today: Day;
  partnerName: string;
  model: ActionsModel;
}) {
  const [editing, setEditing] = useState<"title" | "date" | null>(null);
  const row = useReturnFocus<HTMLLIElement>(editing !== null);
  const { commitment, meeting, putOffUntil } = item;
  const { title, status, owner, dueOn } = commitment;
  const done = status === "done";
  if (editing) {
    return (
      <li ref={row} class="editing">
        <InlineForm
          draft={`${commitment.id}.edit`}
          label={i18n.t("actions.edit", [title])}
          submit={i18n.t("common.save")}
          onSave={(value) => model.edit(commitment, actionFrom(value))}
          onClose={() => setEditing(null)}
          extra={
            <>
              <HistoryLink table="commitments" id={commitment.id} title={title} />
              <RemindLink table="commitments" id={commitment.id} title={title} />
              {!commitment.confidential && (
                <ShareButton table="commitments" id={commitment.id} title={title} />
              )}
              <button
                type="button"
                class="btn sm quiet danger push"
                aria-label={i18n.t("actions.remove", [title])}
                onClick={() => void model.remove(commitment)}
              >
                <Icon of={Trash2} size="sm" />
                {i18n.t("common.remove")}
              </button>
            </>
          }
        >
          <ActionFields commitment={commitment} partnerName={partnerName} date={editing === "date"} />
        </InlineForm>
      </li>
    );
  }
  const from = meeting && (
    <a href={`#/meetings/${encodeURIComponent(meeting.id)}${status === "proposed" ? "?at=wrap-up" : ""}`}>
      {status === "proposed" ? i18n.t("actions.confirmIn", [meeting.title]) : meeting.title}
    </a>
  );
  return (
    <li ref={row} class="row">
      <input
        class="check"
        type="checkbox"
        aria-label={title}
        checked={done}
        disabled={status === "proposed"}
        onChange={() => void (done ? model.reopen(commitment) : model.finish(commitment))}
      />
      <div class="main">
        <button
          type="button"
          class={done ? "words done-text" : "words"}
          aria-label={i18n.t("actions.edit", [title])}
          data-return
          onClick={() => setEditing("title")}
        >
          {title}
        </button>
        <span class="meta dots">
          {owner === "both" && <span>{i18n.t("actions.both")}</span>}
          {!commitment.must && <span>{i18n.t("actions.nice")}</span>}
          {putOffUntil && <span>{i18n.t("actions.putOff", [dayOfInstant(putOffUntil)])}</span>}
          {done && commitment.doneAt && (
            <span>{i18n.t("actions.doneOn", [dayOfInstant(commitment.doneAt)])}</span>
          )}
          {from && <span>{from}</span>}
          {item.madeOf !== null && (
            <span>
              <a href="#/prepare">
                {i18n.t("actions.madeOf", [item.madeOf === title ? i18n.t("nav.prepare") : item.madeOf])}
              </a>
            </span>
          )}
        </span>
      </div>
      <span class="end">
        {status === "open" && (
          <button
            type="button"
            class="icon-btn sm"
            aria-label={i18n.t("journal.ask", [title])}
            title={i18n.t("goals.discuss")}
            onClick={() => void model.discuss(commitment)}
          >
            <Icon of={ListPlus} flip />
          </button>
        )}
        {!done && dueOn && owner !== "them" && status === "open" ? (
          <DateMenu
            title={title}
            dueOn={dueOn}
            today={today}
            choices={model.snoozeChoices()}
            onSnooze={(choice) => void model.snooze(commitment, choice)}
            onMove={() => setEditing("date")}
          />
        ) : (
          !done && <PlainDate item={item} today={today} onMove={() => setEditing("date")} />
        )}
      </span>
    </li>
  );
}

/** The date of what cannot be put off: what the other person promised, and what has no date yet. */
function PlainDate({ item, today, onMove }: { item: ActionItem; today: Day; onMove: () => void }) {
  const { title, dueOn } = item.commitment;
  const late = Boolean(dueOn && dueOn < today);
  const words = dueOn ? nearDay(dueOn, today) : i18n.t("goals.setDate");
  return (
    <button
      type="button"
      class="date-btn"
      aria-label={i18n.t("goals.moveDate", [title, words])}
      onClick={onMove}
    >
      {late ? i18n.t("due.was", [words]) : words}
    </button>
  );
}
