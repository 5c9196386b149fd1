import { i18n } from "#i18n";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import type { ReviewsView } from "@/lib/state/reviews-view.ts";
import { lookWords } from "@/lib/state/reviews-words.ts";

/** How the person rated themselves then and now. A rating that is missing is missing, and not nothing. */
export function SkillsTable({ view }: { view: ReviewsView }) {
  const { skills, today } = view;
  return (
    <section class="rev" aria-labelledby="skills-title">
      <h2 class="title" id="skills-title">
        {i18n.t("reviews.skills")}
      </h2>
      {skills.length === 0 ? (
        <p class="soft">
          {i18n.t("reviews.noSkills")}{" "}
          <a class="btn sm link" href="#/prepare">
            {i18n.t("nav.prepare")}
          </a>
        </p>
      ) : (
        <>
          <p class="meta">
            {i18n.t("reviews.skillsHint", [dayAndMonth(view.thenOn, today), lookWords(view.nowOn, today)])}
          </p>
          <table class="skills">
            <thead class="sr">
              <tr>
                <th scope="col">{i18n.t("reviews.skill")}</th>
                <th scope="col">{i18n.t("reviews.then")}</th>
                <th scope="col">{i18n.t("reviews.now")}</th>
                <th scope="col">{i18n.t("reviews.picture")}</th>
              </tr>
            </thead>
            <tbody>
              {skills.map(({ id, name, before, after }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td class="num">{before ?? i18n.t("reviews.none")}</td>
                  <td class="num">
                    {after ?? (
                      <a
                        class="btn sm link"
                        href="#/prepare"
                        aria-label={i18n.t("reviews.rateNamed", [name])}
                      >
                        {i18n.t("reviews.rate")}
                      </a>
                    )}
                  </td>
                  <td>
                    <Five before={before} after={after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** Five steps: a ring where one stood, a filled dot where one stands. */
function Five({ before, after }: { before: number | null; after: number | null }) {
  const from = before ?? after;
  const to = after ?? before;
  return (
    <span
      class={["five", from === null && "none"].filter(Boolean).join(" ")}
      style={{ "--a": from ?? 1, "--b": to ?? 1 }}
      aria-hidden="true"
    >
      {before !== null && <i class="ring" />}
      {after !== null && <i class="full" />}
    </span>
  );
}
