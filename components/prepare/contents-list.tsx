import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";

/** The sections of a long page beside it; the one that is being read is marked. */
export function ContentsList({ sections }: { sections: readonly { id: string; title: string }[] }) {
  const [current, setCurrent] = useState(sections[0]?.id ?? "");
  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        const first = sections.find(({ id }) => seen.has(id));
        if (first) setCurrent(first.id);
      },
      // The band below the top edge in which a section counts as the one that is read.
      { rootMargin: "-10% 0px -60% 0px" },
    );
    for (const { id } of sections) {
      const section = document.querySelector(`#${CSS.escape(id)}`);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return (
    <nav class="contents-list" aria-label={i18n.t("prepare.contents")}>
      {sections.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-current={id === current ? "location" : undefined}
          onClick={() => goTo(id)}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}

/** The address says which page it is, so a section of it is gone to by hand, with the focus. */
function goTo(id: string): void {
  const heading = document.querySelector<HTMLElement>(`#${CSS.escape(id)} > h2`);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
