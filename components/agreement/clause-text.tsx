import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type DocumentBlock, documentBlocks } from "@/lib/formats/document-lines.ts";
import type { TextPiece } from "@/lib/formats/text-diff.ts";

/** The words of a section: paragraphs and lists. Against an earlier text, what was added and what went is marked. */
export function ClauseText({ text, before }: { text: string; before: string | null }) {
  const [diff, setDiff] = useState<TextPiece[] | null | undefined>(undefined);
  const comparing = before !== null && before !== text;
  useEffect(() => {
    if (!comparing) return undefined;
    let left = false;
    // Loaded apart: most of the time an agreement is read.
    void import("@/lib/formats/text-diff.ts").then(({ wholeDiff }) => {
      if (!left) setDiff(wholeDiff(before, text));
    });
    return () => {
      left = true;
    };
  }, [text, before, comparing]);
  const pieces: readonly TextPiece[] = (comparing && diff) || [{ kind: "same", text }];
  return (
    <>
      {comparing && diff === null && <p class="soft">{i18n.t("agreement.tooDifferent")}</p>}
      {documentBlocks(pieces).map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </>
  );
}

function Block({ block: { kind, lines } }: { block: DocumentBlock }) {
  if (kind === "text") {
    return (
      <p class="doc">
        {lines.map((line, index) => (
          <span key={index}>
            {index > 0 && <br />}
            <Line of={line} />
          </span>
        ))}
      </p>
    );
  }
  const items = lines.map((line, index) => (
    <li key={index}>
      <Line of={line} />
    </li>
  ));
  return kind === "numbers" ? <ol class="doc">{items}</ol> : <ul class="doc">{items}</ul>;
}

function Line({ of }: { of: readonly TextPiece[] }) {
  return (
    <>
      {of.map(({ kind, text }, index) =>
        kind === "added" ? (
          <ins key={index}>{text}</ins>
        ) : kind === "gone" ? (
          <del key={index}>{text}</del>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </>
  );
}
