import type { Piece } from "@/lib/domain/search-snippet.ts";

/** A text with what was looked for marked in it. */
export function Pieces({ of }: { of: readonly Piece[] }) {
  return <>{of.map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text))}</>;
}
