import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { TextPiece } from "@/lib/formats/text-diff.ts";

/** Two versions of a text beside each other; what only one of them has is marked by more than colour. */
export function TwoVersions({ kept, other, origin }: { kept: string; other: string; origin: string }) {
  const [pieces, setPieces] = useState<TextPiece[] | null>(null);
  useEffect(() => {
    let left = false;
    // Loaded apart: a comparison of texts is a rare thing to look at.
    void import("@/lib/formats/text-diff.ts").then(({ wholeDiff }) => {
      if (!left) setPieces(wholeDiff(other, kept));
    });
    return () => {
      left = true;
    };
  }, [kept, other]);
  return (
    <div class="two-versions">
      <Version
        title={i18n.t("sync.conflicts.kept")}
        text={kept}
        pieces={pieces?.filter(({ kind }) => kind !== "gone")}
      />
      <Version
        title={i18n.t("sync.conflicts.other")}
        meta={origin}
        text={other}
        pieces={pieces?.filter(({ kind }) => kind !== "added")}
      />
    </div>
  );
}

function Version({
  title,
  meta,
  text,
  pieces,
}: {
  title: string;
  meta?: string;
  text: string;
  pieces: TextPiece[] | undefined;
}) {
  return (
    <section aria-label={title}>
      <p class="strong">
        {title} {meta && <span class="meta">{meta}</span>}
      </p>
      <p class="break doc version">
        {pieces
          ? pieces.map((piece, index) =>
              piece.kind === "same" ? (
                <span key={index}>{piece.text}</span>
              ) : (
                <mark key={index}>{piece.text}</mark>
              ),
            )
          : text || i18n.t("sync.conflicts.nothing")}
      </p>
    </section>
  );
}
