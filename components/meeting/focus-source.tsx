import { i18n } from "#i18n";

/** "Focus, from" what it serves; where both have the same words only once. */
export function FocusSource({
  focus,
  source,
}: {
  focus: string;
  source: { title: string; path: string } | null;
}) {
  if (!source) return <p class="meta">{i18n.t("brief.focus")}</p>;
  const link = (words: string) => <a href={`#${source.path}`}>{words}</a>;
  return (
    <p class="meta">
      {source.title === focus ? (
        link(i18n.t("brief.focus"))
      ) : (
        <>
          {i18n.t("brief.focusFrom")} {link(source.title)}
        </>
      )}
    </p>
  );
}
