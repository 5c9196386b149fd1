import { CircleAlert } from "lucide";
import { i18n } from "#i18n";
import type { UserErrorCode } from "@/lib/domain/user-error.ts";
import { Icon } from "./icon.tsx";

/** Says that something was not done: first what happened to the data, then what to do. */
export function FailureNotice({
  failure,
  onClose,
}: {
  failure: UserErrorCode | "notSaved" | null;
  onClose?: () => void;
}) {
  if (!failure) return null;
  return (
    <div class="notice late" role="alert">
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
