import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";

/** Says the page in the title of the tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${i18n.t("common.milepost")}` : i18n.t("common.milepost");
  }, [title]);
}
