import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { TextPiece } from "@/lib/formats/text-diff.ts";

/** Longer texts are compared when asked for, and shown as they were then. */
const longText = 400;

/** What changed in a text, word by word; what was added and what went are told apart by more than colour. */
export function TextChange({
  before,
  after,
  atOnce,
}: {
  before: string;
  after: string;
  /** Compared at once, not when asked: a comparison of long texts takes a moment. */
  atOnce: boolean;
}) {
  const [comparing, setComparing] = useState(atOnce);
  const [pieces, setPieces] = useState<TextPiece[] | null | undefined>(undefined);
  const [whole, setWhole] = useState(after.length <= longText && !before);
  useEffect(() => {
    if (!before || !comparing) return undefined;
    let left = false;
    // Loaded apart: a comparison of texts is a rare thing to look at.
    void import("@/lib/formats/text-diff.ts").then(({ textDiff }) => {
      if (!left) setPieces(textDiff(before, after));
    });
    return () => {
      left = true;
    };
  }, [before, after, comparing]);
  return (
    <div class="text-change">
      {before && pieces && (
        <p class="break doc">
          {pieces.map(({ kind, text }, index) =>
            kind === "added" ? (
              <ins key={index}>{text}</ins>
            ) : kind === "gone" ? (
              <del key={index}>{text}</del>
            ) : (
              <span key={index}>{text}</span>
            ),
          )}
        </p>
      )}
      {before && !comparing && (
        <button type="button" class="btn sm quiet" onClick={() => setComparing(true)}>
          {i18n.t("history.compare")}
        </button>
      )}
      {before && pieces === null && <p class="soft">{i18n.t("history.tooLarge")}</p>}
      {whole ? (
        <p class="break doc whole">{after || i18n.t("history.nothing")}</p>
      ) : (
        <button type="button" class="btn sm quiet" onClick={() => setWhole(true)}>
          {i18n.t("history.showText")}
        </button>
      )}
    </div>
  );
}
