import { HardDrive, type IconNode, MicOff, Pin, UserRoundX } from "lucide";
import { i18n } from "#i18n";
import { Brand } from "@/components/kit/brand.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Scene } from "@/components/kit/scene.tsx";

/** What Milepost is and what it promises, beside the questions. */
export function Side({ another, pinHint }: { another: boolean; pinHint: string }) {
  return (
    <aside class="side">
      <span class="brand">
        <Brand />
        {i18n.t("common.milepost")}
      </span>
      <div class="pitch">
        <h1 class="big">{i18n.t(another ? "welcome.another" : "welcome.heading")}</h1>
        {another && <p class="soft">{i18n.t("welcome.anotherHint")}</p>}
        <ul class="promises">
          <Promised icon={HardDrive} text={i18n.t("welcome.local")} />
          <Promised icon={MicOff} text={i18n.t("welcome.calls")} />
          <Promised icon={UserRoundX} text={i18n.t("welcome.account")} />
          {!another && <Promised icon={Pin} text={pinHint} />}
        </ul>
      </div>
      <Scene label={i18n.t("popup.first.scene")} />
    </aside>
  );
}

function Promised({ icon, text }: { icon: IconNode; text: string }) {
  return (
    <li>
      <Icon of={icon} />
      <span>{text}</span>
    </li>
  );
}
