import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import { nearDay, shortDay } from "@/lib/i18n/dates.ts";
import type { PersonRow as Row } from "@/lib/state/people.ts";

/** Somebody in the list: who they are to you, and when you meet. */
export function PersonRow({ row, today }: { row: Row; today: Day }) {
  const { person, name, relations, next, lastOn } = row;
  return (
    <li class="row person">
      <Avatar name={name} />
      <span class="main">
        <a class="strong" href={`#/people/${encodeURIComponent(person.id)}`}>
          {name}
        </a>
        <span class="meta dots">
          {person.name ? (
            relations.map((relation) => <span key={relation}>{i18n.t(`people.relations.${relation}`)}</span>)
          ) : (
            <span>{i18n.t("people.nameless")}</span>
          )}
          {person.role && <span>{person.role}</span>}
        </span>
      </span>
      <span class="meta when">
        {next
          ? i18n.t("people.meets", [nearDay(next.on, today)])
          : lastOn && i18n.t("people.met", [shortDay(lastOn, today)])}
      </span>
    </li>
  );
}
