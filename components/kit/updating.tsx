import { RefreshCw } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "./icon.tsx";

/** While another window holds the data, or it is being brought to a new version. */
export function Updating() {
  return (
    <div class="notice" role="status">
      <Icon of={RefreshCw} />
      <p>{i18n.t("trouble.updating")}</p>
    </div>
  );
}
