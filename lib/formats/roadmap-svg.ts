import { layoutLane, type LaneLayout, type Spot } from "@/lib/domain/roadmap-layout.ts";
import type { Lane, Stretch } from "@/lib/domain/roadmap-picture.ts";
import type { StageLeg, StageLoop } from "@/lib/domain/roadmap-stages.ts";
import { monthTicks, percentAt, type Span } from "@/lib/domain/roadmap-time.ts";
import type { Phase, Stage } from "@/lib/domain/vocabulary.ts";
import { drawingIn, type Drawing, lightColours, type SvgColours } from "./svg-strokes.ts";
import { linesOf, svgText } from "./svg-text.ts";

/** What the picture is drawn from: the same as on the screen, and the words for it. */
export interface RoadmapPicture {
  lanes: readonly Lane[];
  whole: Span;
  todayAt: number;
  week: number;
  stages: { legs: readonly StageLeg[]; loops: readonly StageLoop[] };
  meetings: readonly { at: number; held: boolean; review: boolean }[];
  words: {
    title: string;
    caption: string;
    stage: string;
    meetings: string;
    laneMeta: (lane: Lane) => string;
    markName: (mark: Lane["marks"][number]) => string;
    tag: (spot: Spot) => string;
    phase: (phase: Phase) => string;
    stageName: (stage: Stage) => string;
    month: (on: string, year: boolean) => string;
  };
}

const names = 220;
const side = 32;
const laneHeight = 124;
const trailAt = 70;
const font = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/**
 * The whole roadmap as one SVG that stands on its own: no script, no style sheet, nothing that is fetched. It grows in
 * width until each milestone has its words, and is crisp at any size, since it is lines and letters.
 * @param options.fewest width of the time axis to begin with, pixels
 */
export function roadmapSvg(
  picture: RoadmapPicture,
  { colours = lightColours, fewest = 960 }: { colours?: SvgColours; fewest?: number } = {},
): string {
  const { length, layouts } = spread(picture, fewest);
  const { words, whole } = picture;
  const x = (at: number): number => round(side + names + (percentAt(at, whole) / 100) * length);
  const width = side * 2 + names + length;
  const top = 150;
  const bottom = top + layouts.length * laneHeight;
  const height = bottom + 76;
  const draw = drawingIn(colours);
  draw.text({ at: [side, 44], words: words.title, size: 22, fill: colours.ink, weight: 600 });
  draw.text({ at: [side, 66], words: words.caption, size: 12, fill: colours.meta });
  axis(draw, picture, x, length);
  stageLine(draw, picture, x);
  for (const [index, layout] of layouts.entries())
    laneOf(draw, layout, { y: top + index * laneHeight, x, width, words });
  const meetingsY = bottom + 24;
  draw.line(side, bottom, width - side, bottom, colours.hairline);
  draw.text({ at: [side, meetingsY + 4], words: words.meetings, size: 13, fill: colours.ink });
  for (const { at, held, review } of picture.meetings) draw.dot(x(at), meetingsY, review ? 6.5 : 5, held);
  draw.line(x(picture.todayAt), 108, x(picture.todayAt), bottom + 44, colours.accent);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${font}">`,
    `<title>${svgText(words.title)}</title><desc>${svgText(words.caption)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...draw.parts,
    "</svg>\n",
  ].join("\n");
}

/** Wide enough for all words, as far as that is sensible. */
function spread(picture: RoadmapPicture, fewest: number): { length: number; layouts: LaneLayout[] } {
  for (let length = fewest; ; length *= 1.5) {
    const layouts = picture.lanes.map((lane) => layoutLane(lane, picture.whole, length));
    const spots = layouts.flatMap((layout) => layout.spots);
    const all = spots.every((spot) => spot.label.width !== null && spot.marks.length === 1);
    if (all || length > 9_000) return { length: Math.round(length), layouts };
  }
}

function axis(draw: Drawing, picture: RoadmapPicture, x: (at: number) => number, length: number): void {
  const { whole, words, todayAt } = picture;
  const ticks = monthTicks(whole, (78 * whole.days) / length);
  for (const [index, { at, on, year }] of ticks.entries()) {
    draw.line(x(at), 92, x(at), 102, draw.colours.line);
    draw.text({
      at: [x(at) + 6, 102],
      words: words.month(on, year && index > 0),
      size: 12,
      fill: draw.colours.support,
      weight: 500,
    });
  }
  draw.post(x(todayAt), 108, String(picture.week));
}

function stageLine(draw: Drawing, picture: RoadmapPicture, x: (at: number) => number): void {
  const { stages, words, whole } = picture;
  const y = 138;
  const clamp = (at: number): number => Math.min(whole.from + whole.days, Math.max(whole.from, at));
  draw.text({ at: [side, y], words: words.stage, size: 13, fill: draw.colours.ink });
  for (const leg of stages.legs.filter(({ to }) => to > whole.from)) {
    const [from, to] = [x(clamp(leg.from)), x(clamp(leg.to))];
    draw.way(from, to, y, leg.walked ? "walked" : "ahead");
    draw.line(from, y - 4, from, y + 2, leg.walked ? draw.colours.accent : draw.colours.line, 2);
    if (!leg.stage) continue;
    const [name] = linesOf(words.stageName(leg.stage), Math.max(30, to - from), 12, 1);
    draw.text({
      at: [from + 3, y - 7],
      words: name ?? "",
      size: 12,
      fill: leg.current ? draw.colours.ink : draw.colours.support,
      weight: leg.current ? 600 : 500,
    });
  }
  for (const { at } of stages.loops) draw.loop(x(clamp(at)), y);
}

function laneOf(
  draw: Drawing,
  { lane, spots }: LaneLayout,
  at: { y: number; x: (at: number) => number; width: number; words: RoadmapPicture["words"] },
): void {
  const { y, x, width, words } = at;
  const { colours } = draw;
  draw.line(side, y, width - side, y, colours.hairline);
  for (const band of lane.bands) {
    const [from, to] = [x(band.from), x(band.to)];
    if (band.current) draw.band(from, to, y + 1, laneHeight - 1);
    draw.line(from, y, from, y + laneHeight, colours.hairline, 1, "3 3");
    const [name] = linesOf(words.phase(band.phase), Math.max(20, to - from - 6), 11, 1);
    draw.text({
      at: [from + 6, y + 17],
      words: name ?? "",
      size: 11,
      fill: band.current ? colours.ink : colours.meta,
      weight: band.current ? 500 : 400,
    });
  }
  const title = linesOf(lane.goal.title, names - 24, 14, 3);
  for (const [line, text] of title.entries())
    draw.text({ at: [side, y + 36 + line * 18], words: text, size: 14, fill: colours.ink, weight: 500 });
  draw.text({
    at: [side, y + 38 + title.length * 18],
    words: words.laneMeta(lane),
    size: 12,
    fill: colours.meta,
  });
  const way = (stretch: Stretch | null, kind: "walked" | "over" | "ahead"): void => {
    if (stretch) draw.way(x(stretch.from), x(stretch.to), y + trailAt, kind);
  };
  way(lane.walked, "walked");
  way(lane.over, "over");
  way(lane.ahead, "ahead");
  for (const spot of spots) milestone(draw, spot, { x: x(spot.at) + spot.nudge * 8, y: y + trailAt, words });
}

function milestone(
  draw: Drawing,
  spot: Spot,
  { x, y, words }: { x: number; y: number; words: RoadmapPicture["words"] },
): void {
  const { colours } = draw;
  draw.parts.push('<g class="milestone">');
  // What stands too close to be told apart is named here all the same.
  draw.parts.push(`<title>${svgText(spot.marks.map(words.markName).join("\n"))}</title>`);
  draw.diamond(x, y, spot.state);
  if (spot.label.width !== null) {
    const late = spot.state === "late";
    const lines = linesOf(words.tag(spot), spot.label.width, 12, late ? 3 : 2);
    for (const [index, line] of lines.entries()) {
      const down = spot.label.up ? y - 16 - (lines.length - 1 - index) * 15 : y + 26 + index * 15;
      draw.text({
        at: [x, down],
        words: line,
        size: 12,
        fill: late ? colours.late : spot.state === "next" ? colours.ink : colours.support,
        weight: spot.state === "next" ? 600 : 400,
        middle: true,
      });
    }
  }
  draw.parts.push("</g>");
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
