import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { FindPersonModel } from "@/lib/state/find-person.ts";

/**
 * Above the capture line: the people whose name is typed in it after an "@". The line keeps the focus; Enter in it opens
 * the first, the arrow keys go to the others.
 */
export function FindPerson({
  model,
  onOpen,
  onLeave,
}: {
  model: FindPersonModel;
  onOpen: (id: Id) => void;
  /** Empties the line. */
  onLeave: () => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const found = model.found.value;
  useEffect(() => lineOf()?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const line = lineOf();
      const items = [...(list.current?.querySelectorAll("button") ?? [])];
      const at = items.indexOf(document.activeElement as HTMLButtonElement);
      if (event.isComposing || (event.target !== line && at < 0)) return;
      if (event.key === "Enter" && at < 0 && found?.[0]) onOpen(found[0].id);
      else if (event.key === "ArrowDown") (items[at + 1] ?? line)?.focus();
      else if (event.key === "ArrowUp") (at < 0 ? items.at(-1) : (items[at - 1] ?? line))?.focus();
      else if (event.key === "Escape") {
        onLeave();
        line?.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  });
  // Whoever goes on after a name writes a note that begins with it.
  if (!found || (found.length === 0 && /\s/u.test(model.query.value))) return null;
  const words = found.length === 0 ? i18n.t("findPerson.none") : i18n.t("findPerson.some", found.length);
  return (
    <section class="menu found" aria-label={i18n.t("findPerson.label")}>
      <p class="meta" role="status">
        {model.query.value ? words : i18n.t("findPerson.hint")}
      </p>
      <ul ref={list}>
        {found.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onOpen(person.id)}>
              <Avatar name={person.name} />
              <span class="who-name">
                <span class="clip">{person.name}</span>
                {person.role && <span class="meta clip">{person.role}</span>}
              </span>
              {person.nextOn && (
                <span class="meta nowrap end">
                  {i18n.t("people.meets", [nearDay(person.nextOn, model.today.value)])}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lineOf(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(".capture-in");
}
