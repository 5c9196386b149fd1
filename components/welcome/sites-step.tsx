import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { WelcomeModel } from "@/lib/state/welcome.ts";
import { Step } from "./step.tsx";

/** Where calls are recognised. The switches are loaded when the questions have been drawn. */
export function SitesStep({ model }: { model: WelcomeModel }) {
  const [switches, setSwitches] = useState<VNode | null>(null);
  useEffect(() => {
    void Promise.all([import("@/components/calls/call-sites.tsx"), model.loadSites()]).then(
      ([{ CallSites }, sites]) => setSwitches(<CallSites model={sites} />),
    );
  }, [model]);
  return (
    <Step title={i18n.t("calls.sites.title")} state="ahead" optional>
      <p class="hint">{i18n.t("calls.sites.intro")}</p>
      {switches}
    </Step>
  );
}
