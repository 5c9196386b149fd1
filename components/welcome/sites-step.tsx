import { i18n } from "#i18n";
import { useLoadedPart } from "@/components/kit/use-loaded-part.ts";
import type { WelcomeModel } from "@/lib/state/welcome.ts";
import { Step } from "./step.tsx";

/** Where calls are recognised. The switches are loaded when the questions have been drawn. */
export function SitesStep({ model }: { model: WelcomeModel }) {
  const switches = useLoadedPart(async () => {
    const [{ CallSites }, sites] = await Promise.all([
      import("@/components/calls/call-sites.tsx"),
      model.loadSites(),
    ]);
    return <CallSites model={sites} />;
  }, [model]);
  return (
    <Step title={i18n.t("calls.sites.title")} state="ahead" optional>
      <p class="hint">{i18n.t("calls.sites.intro")}</p>
      {switches}
    </Step>
  );
}
