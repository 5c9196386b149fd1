import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { navItems } from "@/components/shell/nav-items.ts";
import { fold } from "@/lib/domain/search-words.ts";

/** Pages whose name begins with what is typed: to jump there. */
export function Jumps({ typed }: { typed: string }) {
  const start = fold(typed.trim());
  const pages = start === "" ? [] : navItems.filter((item) => fold(i18n.t(item.label)).startsWith(start));
  if (pages.length === 0) return null;
  return (
    <section class="found" aria-labelledby="found-pages">
      <h2 class="head" id="found-pages">
        {i18n.t("search.pages")}
      </h2>
      <ul class="hits">
        {pages.map((item) => (
          <li key={item.path}>
            <a class="hit line" href={`#${item.path}`} data-hit>
              <Icon of={item.icon} />
              {i18n.t(item.label)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
