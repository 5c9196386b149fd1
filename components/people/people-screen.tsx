import { Search } from "lucide";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { peopleSorts, type PeopleModel } from "@/lib/state/people.ts";
import { AddPerson } from "./add-person.tsx";
import { Candidates } from "./candidates.tsx";
import { PersonRow } from "./person-row.tsx";

/** Everybody in one's mentoring life, and who may become one's mentor. Content of the Shell's main. */
export function PeopleScreen({ model }: { model: PeopleModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const filtered = model.query.value.trim() !== "" || model.relation.value !== null;
  return (
    <div ref={page} tabIndex={-1} class="people-page">
      <div class="finder">
        <label class="search">
          <Icon of={Search} size="sm" />
          <input
            class="input"
            type="search"
            autocomplete="off"
            aria-label={i18n.t("people.search")}
            placeholder={i18n.t("people.searchExample")}
            value={model.query.value}
            onInput={(event) => {
              model.query.value = event.currentTarget.value;
            }}
          />
        </label>
        <Segments
          label={i18n.t("people.sort")}
          value={model.sort.value}
          options={peopleSorts.map((sort) => ({ value: sort, label: i18n.t(`people.sorts.${sort}`) }))}
          onChange={(sort) => {
            model.sort.value = sort;
          }}
        />
      </div>
      {view.relations.length > 1 && (
        <div class="filters" role="group" aria-label={i18n.t("people.show")}>
          {[null, ...view.relations].map((relation) => (
            <button
              key={relation ?? "all"}
              type="button"
              class="chip"
              aria-pressed={model.relation.value === relation}
              onClick={() => {
                model.relation.value = relation;
              }}
            >
              {i18n.t(relation ? `people.groups.${relation}` : "people.groups.all")}
            </button>
          ))}
        </div>
      )}
      <p class="sr" role="status">
        {filtered ? i18n.t("people.found", view.rows.length) : ""}
      </p>
      {view.rows.length > 0 ? (
        <ul class="list people">
          {view.rows.map((row) => (
            <PersonRow key={row.person.id} row={row} today={view.today} />
          ))}
        </ul>
      ) : view.total === 0 ? (
        <Empty
          title={i18n.t("people.empty.title")}
          why={i18n.t("people.empty.why")}
          example={i18n.t("people.empty.example")}
        />
      ) : (
        <p class="soft none">{i18n.t("people.nobody")}</p>
      )}
      <div class="btns people-add">
        <AddPerson model={model} />
        {view.me && (
          <a class="btn sm quiet" href={`#/people/${encodeURIComponent(view.me.id)}`}>
            {i18n.t("people.yourself")}
          </a>
        )}
      </div>
      <Candidates model={model} view={view} />
    </div>
  );
}
