import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { i18n } from "#i18n";

/**
 * Asks before something big that cannot be undone; it names what and how many. The browser's own modal dialog holds
 * the focus, closes with Escape and gives the focus back.
 */
export function ConfirmDialog({
  open,
  title,
  confirm,
  onConfirm,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  /** Label of the button that does it: says the result. */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={onClose}
    >
      <h2 class="title" id={`${id}-title`}>
        {title}
      </h2>
      <div class="soft" id={`${id}-text`}>
        {children}
      </div>
      <div class="btns end">
        <button type="button" class="btn quiet" onClick={onClose}>
          {i18n.t("common.cancel")}
        </button>
        <button
          type="button"
          class="btn danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
