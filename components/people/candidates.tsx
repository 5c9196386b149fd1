import { i18n } from "#i18n";
import type { PeopleModel, PeopleView } from "@/lib/state/people.ts";
import { AddPerson } from "./add-person.tsx";
import { CandidateItem } from "./candidate-item.tsx";

/** Who may become one's mentor, the best fit first. In sight while one is looking, or has somebody in mind. */
export function Candidates({ model, view }: { model: PeopleModel; view: PeopleView }) {
  const { candidates } = view;
  if (!view.mentorship && candidates.length === 0) return null;
  return (
    <section class="candidates" aria-labelledby="candidates">
      <h2 class="title" id="candidates">
        {i18n.t("people.looking")}
      </h2>
      <p class="soft">{i18n.t(view.looking ? "people.lookingHint" : "people.foundHint")}</p>
      {candidates.length > 0 ? (
        <ol class="list">
          {candidates.map((candidate) => (
            <CandidateItem key={candidate.person.id} candidate={candidate} model={model} view={view} />
          ))}
        </ol>
      ) : (
        <p class="doc example">{i18n.t("people.candidateExample")}</p>
      )}
      <AddPerson model={model} candidate />
    </section>
  );
}
