import { i18n } from "#i18n";
import { dayOfInstant, nearDay } from "@/lib/i18n/dates.ts";
import type { TodayView } from "@/lib/state/today-view.ts";

/** Beside the day: what the other person promised, and where all this is going. */
export function Aside({ view }: { view: TodayView }) {
  const { theirs, today, destination, partnerName } = view;
  return (
    <aside>
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
    </aside>
  );
}
