import { LifeBuoy } from "lucide";
import { i18n } from "#i18n";
import { AsideList } from "@/components/kit/aside-list.tsx";
import { CaptureLine } from "@/components/kit/capture-line.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { Ailment } from "@/lib/domain/health.ts";
import type { AsideModel } from "@/lib/state/aside.ts";

/** What the popup says where the data is not what it was: that nothing is lost, and where to go on. */
export function Trouble({
  kind,
  aside,
  onOpen,
}: {
  kind: Ailment | "slow";
  /** Where captures go instead, if the popup cannot take them itself. */
  aside: AsideModel | undefined;
  onOpen: () => void;
}) {
  return (
    <>
      <div class="trouble-note">
        <div class="notice soon" role="alert">
          <Icon of={LifeBuoy} />
          <div>
            <p class="strong">{i18n.t(`trouble.${kind}.title`)}</p>
            <p>{i18n.t(`trouble.${kind}.text`)}</p>
          </div>
          {kind !== "slow" && (
            <div class="btns">
              <button type="button" class="btn sm primary" onClick={onOpen}>
                {i18n.t("trouble.open")}
              </button>
            </div>
          )}
        </div>
        {aside && <AsideList aside={aside} />}
      </div>
      {aside && <CaptureLine capture={aside.line} name={i18n.t("popup.capture")} autoFocus />}
    </>
  );
}
