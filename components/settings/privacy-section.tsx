import { i18n } from "#i18n";
import { useLoadedPart } from "@/components/kit/use-loaded-part.ts";
import type { SettingsModel } from "@/lib/state/settings.ts";
import { SetSection } from "./set-section.tsx";

/** What happens with what is written, and the list with which that can be checked. */
export function PrivacySection({ model }: { model: SettingsModel }) {
  const requests = useLoadedPart(async () => {
    const [{ RequestsList }, loaded] = await Promise.all([
      import("./requests-list.tsx"),
      model.loadRequests(),
    ]);
    return <RequestsList model={loaded} />;
  }, [model]);
  return (
    <>
      <SetSection title={i18n.t("settings.about.privacy")} intro={i18n.t("settings.about.privacyIntro")}>
        <p class="prose">{i18n.t("settings.about.privacyText")}</p>
      </SetSection>
      <SetSection title={i18n.t("sync.requests.title")} intro={i18n.t("sync.requests.intro")}>
        {requests}
      </SetSection>
    </>
  );
}
