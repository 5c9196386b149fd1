import { CircleAlert } from "lucide";
import { i18n } from "#i18n";
import type { UserErrorCode } from "@/lib/domain/user-error.ts";
import { Icon } from "./icon.tsx";

/**
 * Says that something was not done: first what happened to the data, then what to do. One that can be closed floats over
 * the page, so that it is seen wherever the page is scrolled to.
 */
export function FailureNotice({
  failure,
  onClose,
}: {
  failure: UserErrorCode | "notSaved" | "notRead" | null;
  onClose?: () => void;
}) {
  if (!failure) return null;
  return (
    <div class={onClose ? "notice late floating" : "notice late"} role="alert">
      <Icon of={CircleAlert} />
      <p>{i18n.t(`errors.${failure}`)}</p>
      {onClose && (
        <div class="btns">
          <button type="button" class="btn sm" onClick={onClose}>
            {i18n.t("common.close")}
          </button>
        </div>
      )}
    </div>
  );
}
