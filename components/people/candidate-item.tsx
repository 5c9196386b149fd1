import { PenLine } from "lucide";
import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Rating } from "@/components/kit/rating.tsx";
import { bestFit, fitRatings } from "@/lib/domain/mentor-fit.ts";
import type { Candidate, PeopleModel, PeopleView } from "@/lib/state/people.ts";
import { ChooseMentor } from "./choose-mentor.tsx";

/** Somebody who may become one's mentor: how well they fit, and the way to ask them. */
export function CandidateItem({
  candidate,
  model,
  view,
}: {
  candidate: Candidate;
  model: PeopleModel;
  view: PeopleView;
}) {
  const { person, fit } = candidate;
  const path = `#/people/${encodeURIComponent(person.id)}`;
  return (
    <li class="candidate">
      <div class="line">
        <Avatar name={person.name} />
        <span class="main">
          <a class="strong" href={path}>
            {person.name}
          </a>
          {person.role && <span class="meta">{person.role}</span>}
        </span>
        <span class="fit">
          {fit.sum === null ? (
            <span class="meta">{i18n.t("people.notRated")}</span>
          ) : (
            <>
              <span class="strong num">{fit.sum}</span>{" "}
              <span class="meta">{i18n.t("people.ofBest", [String(bestFit)])}</span>
            </>
          )}
        </span>
      </div>
      <dl class="fit-ratings">
        {fitRatings.map((rating) => (
          <div key={rating}>
            <dt class="meta">{i18n.t(`fields.${rating}`)}</dt>
            <dd>
              <Rating
                label={i18n.t("people.rate", [i18n.t(`fields.${rating}`), person.name])}
                value={person[rating] ?? null}
                onRate={(value) => void model.rate(person, rating, value)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {fit.sum !== null && fit.missing.length > 0 && (
        <p class="meta">
          {i18n.t("people.missing", [
            new Intl.ListFormat(undefined, { type: "conjunction" }).format(
              fit.missing.map((rating) => i18n.t(`fields.${rating}`)),
            ),
          ])}
        </p>
      )}
      {person.notes && <p class="doc break">{person.notes}</p>}
      <div class="btns">
        <a class="btn sm" href={path} aria-label={i18n.t("people.writeTo", [person.name])}>
          <Icon of={PenLine} size="sm" />
          {i18n.t("intro.write")}
        </a>
        <ChooseMentor person={person} model={model} view={view} />
      </div>
    </li>
  );
}
