import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { dayOfInstant, nearDay } from "@/lib/i18n/dates.ts";
import type { TodayModel } from "@/lib/state/today.ts";
import type { TodayView } from "@/lib/state/today-view.ts";

/** The rest stands on the page of actions. */
const shownUndated = 5;

/** Beside the day: what waits for a day, what the other person promised, and where all this is going. */
export function Aside({
  model,
  view,
  hint,
}: {
  model: TodayModel;
  view: TodayView;
  /** What is most worth a look. */
  hint: ComponentChildren;
}) {
  const { theirs, undated, today, destination, partnerName } = view;
  return (
    <aside>
      {undated.length > 0 && (
        <section class="aside-sec" aria-labelledby="undated">
          <div class="sec-head">
            <h2 class="head" id="undated">
              {i18n.t("today.undated")}
            </h2>
            <span class="meta num">{undated.length}</span>
            <a class="btn sm link end" href="#/actions">
              {i18n.t("today.chooseDays")}
            </a>
          </div>
          <ul class="list">
            {undated.slice(0, shownUndated).map((item) => (
              <li class="row" key={item.id}>
                <input
                  class="check"
                  type="checkbox"
                  id={item.id}
                  checked={false}
                  onChange={() => void model.finish(item)}
                />
                <label class="main" for={item.id}>
                  {item.title}
                </label>
              </li>
            ))}
          </ul>
          {undated.length > shownUndated && (
            <p class="meta">{i18n.t("due.more", [String(undated.length - shownUndated)])}</p>
          )}
        </section>
      )}
      {theirs.length > 0 && (
        <section class="aside-sec" aria-labelledby="waiting">
          <div class="sec-head">
            <h2 class="head" id="waiting">
              {i18n.t("actions.waiting", [partnerName])}
            </h2>
            <span class="meta num">{theirs.length}</span>
          </div>
          <ul class="list">
            {theirs.map((item) => (
              <li class="row flat" key={item.id}>
                <span class="main">
                  {item.title}
                  <span class="meta">
                    {item.dueOn
                      ? i18n.t(item.dueOn < today ? "due.was" : "goals.by", [nearDay(item.dueOn, today)])
                      : i18n.t("today.since", [dayOfInstant(item.since)])}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="aside-sec" aria-labelledby="destination">
        <div class="sec-head">
          <h2 class="head" id="destination">
            {i18n.t("goals.destination")}
          </h2>
        </div>
        {destination ? (
          <p class="doc where-to break">{destination}</p>
        ) : (
          <p class="soft">{i18n.t("goals.noDestination")}</p>
        )}
        <a class="btn sm link" href="#/roadmap">
          {i18n.t(destination ? "goals.all" : "goals.writeDestination")}
        </a>
      </section>
      {hint}
    </aside>
  );
}
