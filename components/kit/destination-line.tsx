import { i18n } from "#i18n";

/** Where all this is going, at the top of a surface; where that was never said, the way to saying it. */
export function DestinationLine({ text, onOpen }: { text: string; onOpen: () => void }) {
  return text ? (
    <button
      type="button"
      class="dest-line doc clip"
      title={text}
      aria-label={i18n.t("destinationLine.named", [text])}
      onClick={onOpen}
    >
      {text}
    </button>
  ) : (
    <div class="dest-line">
      <p class="head">{i18n.t("destinationLine.define")}</p>
      <button type="button" class="btn sm" onClick={onOpen}>
        {i18n.t("goals.writeDestination")}
      </button>
      <p class="meta">{i18n.t("popup.first.hint")}</p>
    </div>
  );
}
