import "@/components/styles/people.css";
import { PeopleScreen } from "@/components/people/people-screen.tsx";
import { PersonScreen } from "@/components/people/person-screen.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { createPeople } from "@/lib/state/people.ts";
import { createPerson } from "@/lib/state/person.ts";
import { createIntro } from "@/lib/state/person-intro.ts";
import type { PageProps } from "./later-pages.ts";
import { useModelOf } from "./use-model.ts";

/** Everybody, or one of them. Loaded apart. */
export function PeoplePage({ at }: PageProps) {
  return at.page === "person" ? <OnePerson key={at.id} id={at.id} /> : <Everybody />;
}

function Everybody() {
  return <PeopleScreen model={useModelOf(createPeople, [])} />;
}

function OnePerson({ id }: { id: Id }) {
  const model = useModelOf(() => createPerson(id), [id]);
  const intro = useModelOf(() => createIntro(id), [id]);
  return <PersonScreen model={model} intro={intro} />;
}
