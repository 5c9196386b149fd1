import { Users } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { DateMenu } from "@/components/kit/date-menu.tsx";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { nearDay, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Failure } from "@/lib/state/failure.ts";
import { ReportBack } from "./report-back.tsx";
import { Section } from "./section.tsx";

/** What one of the two promised: what is open, and what was done since they last met. */
export function PromiseSection({
  model,
  view,
  whose,
  onReport,
}: {
  model: MeetingModel;
  view: MeetingView;
  whose: "mine" | "theirs";
  /** Keeps what came of a promise, to report back. */
  onReport?: (id: Id, words: string) => Promise<Failure | null>;
}) {
  const promises = view.promises[whose];
  if (promises.length === 0) return null;
  const done = promises.filter((row) => row.status === "done").length;
  const sums: [string, string] = [String(done), String(promises.length)];
  return (
    <Section
      head={whose === "mine" ? i18n.t("brief.iPromised") : i18n.t("actions.waiting", [view.partnerShort])}
      meta={whose === "mine" ? i18n.t("brief.done", sums) : i18n.t("brief.received", sums)}
    >
      <ul class="list">
        {promises.map((row) => (
          <PromiseRow key={row.id} row={row} model={model} view={view} onReport={onReport} />
        ))}
      </ul>
    </Section>
  );
}

function PromiseRow({
  row,
  model,
  view,
  onReport,
}: {
  row: Commitment;
  model: MeetingModel;
  view: MeetingView;
  onReport: ((id: Id, words: string) => Promise<Failure | null>) | undefined;
}) {
  const id = useId();
  const done = row.status === "done";
  return (
    <li class="row">
      <input
        class="check"
        type="checkbox"
        id={id}
        checked={done}
        onChange={(event) => void model.keepPromise(row, event.currentTarget.checked)}
      />
      <div class="main">
        <label for={id}>
          <span class={done ? "soft" : ""}>{row.title}</span>
          <Details row={row} view={view} />
        </label>
        {done && onReport && <ReportBack row={row} onSave={(words) => onReport(row.id, words)} />}
      </div>
      {row.dueOn && !done && (
        <DateMenu
          title={row.title}
          dueOn={row.dueOn}
          today={view.today}
          choices={model.snoozeChoices()}
          onSnooze={(choice) => void model.snooze(row, choice)}
        />
      )}
    </li>
  );
}

function Details({ row, view }: { row: Commitment; view: MeetingView }) {
  const { today, timeZone } = view;
  const open = row.status === "open";
  const snoozed = open && row.snoozedUntilAt && row.snoozedUntilAt > view.now ? row.snoozedUntilAt : null;
  const words = [
    row.owner === "both" && (
      <>
        <Icon of={Users} size="sm" /> {i18n.t("brief.together", [view.partnerShort])}
      </>
    ),
    open && !row.must && i18n.t("brief.niceToHave"),
    open && !row.dueOn && i18n.t("brief.since", [shortDay(dayOf(row.createdAt, timeZone), today)]),
    snoozed && i18n.t("brief.putOff", [nearDay(dayOf(snoozed, timeZone), today)]),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <span class="meta dots">
      {words.map((each, index) => (
        <span key={index}>{each}</span>
      ))}
    </span>
  );
}
