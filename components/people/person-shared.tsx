import { i18n } from "#i18n";
import { shortName } from "@/lib/domain/person-name.ts";
import { nearDay, shortDay } from "@/lib/i18n/dates.ts";
import { meetingPath } from "@/lib/state/paths.ts";
import type { PersonModel, PersonView } from "@/lib/state/person.ts";
import { PersonPromises } from "./person-promises.tsx";

/** What is shared with somebody: when you meet, what was promised, which mentorships. */
export function PersonShared({ model, view }: { model: PersonModel; view: PersonView }) {
  const { next, last, today, mentorships, promises } = view;
  if (mentorships.length === 0) {
    return (
      <aside>
        <p class="soft aside-sec">{i18n.t("people.nothingShared")}</p>
      </aside>
    );
  }
  const name = view.person.name ? shortName(view.person.name) : view.name;
  return (
    <aside>
      <section class="aside-sec" aria-labelledby="meet">
        <div class="sec-head">
          <h3 class="head" id="meet">
            {i18n.t("nav.meetings")}
          </h3>
        </div>
        <dl class="person-facts">
          <dt class="meta">{i18n.t("people.next")}</dt>
          <dd>
            {next ? (
              <a href={`#${meetingPath(next.id)}`}>
                {next.title}, {nearDay(next.on, today)}
              </a>
            ) : (
              <span class="soft">{i18n.t("popup.noMeeting")}</span>
            )}
          </dd>
          <dt class="meta">{i18n.t("people.last")}</dt>
          <dd>
            {last ? (
              <a href={`#${meetingPath(last.id)}`}>
                {last.title}, {shortDay(last.on, today)}
              </a>
            ) : (
              <span class="soft">{i18n.t("people.notMet")}</span>
            )}
          </dd>
        </dl>
      </section>
      <PersonPromises
        heading={i18n.t("brief.iPromised")}
        promises={promises.mine}
        today={today}
        model={model}
        mine
      />
      <PersonPromises
        heading={i18n.t("actions.waiting", [name])}
        promises={promises.theirs}
        today={today}
        model={model}
      />
      <section class="aside-sec" aria-labelledby="with">
        <div class="sec-head">
          <h3 class="head" id="with">
            {i18n.t("people.mentorships")}
          </h3>
        </div>
        <ul class="list">
          {mentorships.map(({ mentorship, stage }) => (
            <li class="row flat" key={mentorship.id}>
              <span class="main">
                {mentorship.destination || i18n.t("people.noDestination")}
                <span class="meta dots">
                  <span>{i18n.t(`people.as.${mentorship.role}`)}</span>
                  <span>{i18n.t(`stages.${stage}`)}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
