export type BlazeState = "done" | "next" | "late" | "ahead" | "drop";

const glyphs: Record<BlazeState, string | null> = {
  done: "m6.7 10.3 2.2 2.2 4.4-4.6",
  next: "M10 6.4 13.6 10 10 13.6 6.4 10Z",
  late: "M10 6.6v4M10 13.5v.1",
  drop: "m6.8 13.2 6.4-6.4",
  ahead: null,
};

/** The mark of a milestone. Shape and glyph carry the state, colour repeats it. */
export function Blaze({ state, size }: { state: BlazeState; size?: "sm" | "lg" }) {
  const glyph = glyphs[state];
  return (
    <svg class={["blaze", state, size].filter(Boolean).join(" ")} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />
      {glyph && <path class="g" d={glyph} />}
    </svg>
  );
}
