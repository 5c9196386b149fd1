import type { ReadonlySignal } from "@preact/signals";
import { i18n } from "#i18n";
import type { UserErrorCode } from "@/lib/domain/user-error.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { ToastHost, type ToastView } from "./toast-host.tsx";

/** What a surface says of the last act: done, with a way back, or not done, and why. */
export function Feedback({
  failure,
  toast,
  onUndo,
}: {
  /** Left out where the page itself says what was not done. */
  failure?: { value: UserErrorCode | "notSaved" | "notRead" | null } | undefined;
  toast: ReadonlySignal<ToastView | null> & { value: ToastView | null };
  /** @param said the words of the toast that follows */
  onUndo: (act: string, said: string, redo: boolean) => void;
}) {
  return (
    <>
      {failure && (
        <FailureNotice
          failure={failure.value}
          onClose={() => {
            failure.value = null;
          }}
        />
      )}
      <ToastHost
        toast={toast}
        onUndo={(act, redo) => onUndo(act, i18n.t(redo ? "said.doneAgain" : "said.undone"), redo)}
        onGone={() => {
          toast.value = null;
        }}
      />
    </>
  );
}
