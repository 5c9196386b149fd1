import { i18n } from "#i18n";

/** Says that half-typed words came back, and gives them up. */
export function RestoredHint({ onStartOver }: { onStartOver: () => void }) {
  return (
    <p class="hint restored span" role="status">
      {i18n.t("capture.restored")}{" "}
      <button type="button" class="btn link" onClick={onStartOver}>
        {i18n.t("common.startOver")}
      </button>
    </p>
  );
}
