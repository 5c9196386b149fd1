import { i18n } from "#i18n";

/** An address that leads nowhere, with a way home. */
export function NotFound({ path }: { path: string }) {
  return (
    <div class="empty">
      <p class="soft break">{i18n.t("notFound.text", [path.slice(0, 200)])}</p>
      <a class="btn primary" href="#/today">
        {i18n.t("notFound.home")}
      </a>
    </div>
  );
}
