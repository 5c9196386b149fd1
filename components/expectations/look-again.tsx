import { CalendarClock } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { ExpectationsModel, ExpectationsView } from "@/lib/state/expectations.ts";

/** Intervals that are offered, in weeks. */
const intervals = [2, 4, 6, 8, 12, 26];

/** Which have not been looked at for long, how often they should be, and the click that says that all were. */
export function LookAgain({ model, view }: { model: ExpectationsModel; view: ExpectationsView }) {
  const id = useId();
  const { stale, everyWeeks, mentorshipId } = view;
  const offered = [...new Set([...intervals, ...(everyWeeks ? [everyWeeks] : [])])].toSorted((a, b) => a - b);
  return (
    <div class={stale.length > 0 ? "look-again due" : "look-again"}>
      <Icon of={CalendarClock} />
      <p>
        {stale.length > 0
          ? i18n.t("expectations.stale", stale.length, [String(stale.length), stale.join(", ")])
          : i18n.t(
              !everyWeeks
                ? "expectations.noInterval"
                : view.rows.every(({ row }) => row.reviewedOn)
                  ? "expectations.fresh"
                  : "expectations.someNew",
            )}
      </p>
      <div class="btns">
        <label class="meta" for={id}>
          {i18n.t("expectations.interval")}
        </label>
        <select
          id={id}
          class="select"
          value={everyWeeks === null ? "" : String(everyWeeks)}
          onChange={(event) =>
            void model.setInterval(mentorshipId, Number(event.currentTarget.value) || null)
          }
        >
          <option value="">{i18n.t("expectations.never")}</option>
          {offered.map((weeks) => (
            <option key={weeks} value={String(weeks)}>
              {i18n.t("wrapUp.everyWeeks", weeks)}
            </option>
          ))}
        </select>
        <button type="button" class="btn sm" onClick={() => void model.lookedAtAll(mentorshipId)}>
          {i18n.t("expectations.lookedAtAll")}
        </button>
      </div>
    </div>
  );
}
