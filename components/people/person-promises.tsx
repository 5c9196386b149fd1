import { ListPlus } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { PersonModel } from "@/lib/state/person.ts";

/** What one of the two promised the other and has not done yet. */
export function PersonPromises({
  heading,
  promises,
  today,
  model,
  mine,
}: {
  heading: string;
  promises: readonly Commitment[];
  today: Day;
  model: PersonModel;
  /** One's own can be ticked off here. */
  mine?: boolean;
}) {
  const id = useId();
  return (
    <section class="aside-sec" aria-labelledby={id}>
      <div class="sec-head">
        <h3 class="head" id={id}>
          {heading}
        </h3>
        {promises.length > 0 && <span class="meta num">{promises.length}</span>}
      </div>
      {promises.length === 0 && <p class="soft">{i18n.t("people.nothingOpen")}</p>}
      <ul class="list">
        {promises.map((promise) => (
          <li class={mine ? "row" : "row flat"} key={promise.id}>
            {mine && (
              <input
                class="check"
                type="checkbox"
                aria-label={promise.title}
                checked={false}
                onChange={() => void model.finish(promise)}
              />
            )}
            <span class="main">
              {promise.title}
              {promise.dueOn && (
                <span class={promise.dueOn < today ? "meta late" : "meta"}>
                  {i18n.t(promise.dueOn < today ? "due.was" : "goals.by", [nearDay(promise.dueOn, today)])}
                </span>
              )}
            </span>
            <span class="end">
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("journal.ask", [promise.title])}
                title={i18n.t("goals.discuss")}
                onClick={() => void model.discussPromise(promise)}
              >
                <Icon of={ListPlus} flip />
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
