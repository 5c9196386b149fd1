import { i18n } from "#i18n";
import type { AsideModel } from "@/lib/state/aside.ts";

/** What is kept aside until the database opens, and that it is. */
export function AsideList({ aside }: { aside: AsideModel }) {
  const kept = aside.kept.value;
  return (
    <>
      <p class={aside.failed.value ? "error" : "hint"} role="status">
        {aside.failed.value ? i18n.t("trouble.asideFailed") : aside.said.value ? i18n.t("trouble.aside") : ""}
      </p>
      {kept.length > 0 && (
        <section class="kept-aside">
          <h2 class="title">{i18n.t("trouble.keptAside")}</h2>
          <ul class="list">
            {kept.map(({ id, text }) => (
              <li class="row flat" key={id}>
                <span class="main clip">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
