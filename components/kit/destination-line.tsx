import { i18n } from "#i18n";

/** Where all this is going, at the top of a surface; where that was never said, the way to saying it. */
export function DestinationLine({ text, onOpen }: { text: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      class={text ? "dest-line doc clip" : "dest-line strong"}
      title={text}
      aria-label={text && i18n.t("destinationLine.named", [text])}
      onClick={onOpen}
    >
      {text || (
        <>
          {i18n.t("destinationLine.define")}
          <span class="meta">{i18n.t("popup.first.hint")}</span>
        </>
      )}
    </button>
  );
}
