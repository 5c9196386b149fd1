import type { Ghost } from "@/lib/domain/roadmap-baseline.ts";
import type { Mark } from "@/lib/domain/roadmap-picture.ts";
import { percentAt, type Span } from "@/lib/domain/roadmap-time.ts";

/** The agreed plan under a trail: a point for each milestone as it stood, a leg to where it stands now. */
export function GhostLine({
  ghosts,
  marks,
  whole,
}: {
  ghosts: readonly Ghost[];
  marks: readonly Mark[];
  whole: Span;
}) {
  const now = new Map(marks.map((mark) => [mark.id, mark.at]));
  const legs = { same: "", moved: "" };
  for (const { id, wasAt, change } of ghosts) {
    const at = now.get(id);
    if (wasAt === null || at === undefined || change === "dropped") continue;
    const leg = `M${round(percentAt(at, whole))} 0L${round(percentAt(wasAt, whole))} 100`;
    if (change === "moved") legs.moved += leg;
    else legs.same += leg;
  }
  return (
    <div class="ghosts" aria-hidden="true">
      <svg class="links" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path d={legs.same} />
        <path class="moved" d={legs.moved} />
      </svg>
      {ghosts.map(
        ({ id, wasAt }) =>
          wasAt !== null && <i key={id} class="pt" style={{ "--x": String(percentAt(wasAt, whole)) }} />,
      )}
    </div>
  );
}

/** Finer than this nothing is seen, and the path of some hundred legs stays short. */
function round(percent: number): number {
  return Number(percent.toFixed(4));
}
