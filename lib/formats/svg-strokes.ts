import type { MarkState } from "@/lib/domain/roadmap-picture.ts";
import { svgText } from "./svg-text.ts";

export interface SvgColours {
  ground: string;
  ink: string;
  support: string;
  meta: string;
  hairline: string;
  line: string;
  accent: string;
  onAccent: string;
  late: string;
  band: string;
}

/** The light tokens of the design, as values: the file is looked at elsewhere, on paper too. */
export const lightColours: SvgColours = {
  ground: "#ffffff",
  ink: "#1a211d",
  support: "#464d48",
  meta: "#5f6661",
  hairline: "#e2e3de",
  line: "#7b827d",
  accent: "#146049",
  onAccent: "#ffffff",
  late: "#9a3b1c",
  band: "#f4f4f3",
};

const glyphs: Partial<Record<MarkState, string>> = {
  done: "m-3.3 .3 2.2 2.2 4.4-4.6",
  late: "M0 -3.4v4M0 3.5v.1",
  drop: "m-3.2 3.2 6.4-6.4",
};

/** The strokes of a picture in its colours; each adds to `parts`. */
export function drawingIn(colours: SvgColours) {
  const parts: string[] = [];

  function text(of: {
    at: [number, number];
    words: string;
    size: number;
    fill: string;
    weight?: number;
    middle?: boolean;
  }): void {
    const [x, y] = of.at;
    // A rim of the ground keeps words readable where a line goes through them.
    const rim = of.middle
      ? ` text-anchor="middle" paint-order="stroke" stroke="${colours.ground}" stroke-width="3" stroke-linejoin="round"`
      : "";
    parts.push(
      `<text x="${round(x)}" y="${round(y)}" font-size="${of.size}" font-weight="${of.weight ?? 400}" fill="${of.fill}"${rim}>${svgText(of.words)}</text>`,
    );
  }

  function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash = ""): void {
    const dashed = dash ? ` stroke-dasharray="${dash}"` : "";
    parts.push(
      `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${stroke}" stroke-width="${width}"${dashed} fill="none"/>`,
    );
  }

  function way(from: number, to: number, y: number, kind: "walked" | "over" | "ahead"): void {
    const stroke = { walked: colours.accent, over: colours.late, ahead: colours.line }[kind];
    line(from, y, to, y, stroke, 2, { walked: "", over: "6 3", ahead: "1.5 3" }[kind]);
  }

  function band(from: number, to: number, y: number, height: number): void {
    parts.push(
      `<rect x="${from}" y="${y}" width="${round(Math.max(0, to - from))}" height="${height}" fill="${colours.band}"/>`,
    );
  }

  function dot(x: number, y: number, radius: number, held: boolean): void {
    const { accent, ground, line: edge } = colours;
    parts.push(
      held
        ? `<circle cx="${x}" cy="${y}" r="${radius}" fill="${accent}"/>`
        : `<circle cx="${x}" cy="${y}" r="${radius - 1}" fill="${ground}" stroke="${edge}" stroke-width="2"/>`,
    );
  }

  function loop(x: number, y: number): void {
    parts.push(
      `<path transform="translate(${round(x - 17)} ${y - 2})" d="M0 2C16 2 26 8 23 14.5 20.5 19.5 13.5 19.5 11 14.5 8 8 18 2 34 2" fill="none" stroke="${colours.accent}" stroke-width="2" stroke-linecap="round"/>`,
    );
  }

  function post(x: number, y: number, week: string): void {
    const { accent, onAccent } = colours;
    parts.push(
      `<path d="M${round(x - 11)} ${y - 17}L${round(x + 11)} ${y - 22}V${y}H${round(x - 11)}Z" fill="${accent}"/>`,
      `<text x="${x}" y="${y - 4}" font-size="11" font-weight="600" fill="${onAccent}" text-anchor="middle">${svgText(week)}</text>`,
    );
  }

  function diamond(x: number, y: number, state: MarkState): void {
    const { accent, ground, late, line: edge, onAccent } = colours;
    const fill = state === "done" ? accent : ground;
    const stroke = state === "late" ? late : state === "done" || state === "next" ? accent : edge;
    const thick = state === "next" || state === "late" ? 2 : 1.5;
    const glyph = glyphs[state];
    const ink = state === "done" ? onAccent : state === "late" ? late : edge;
    const inner =
      state === "next"
        ? `<path d="M0-3.6 3.6 0 0 3.6-3.6 0Z" fill="${accent}"/>`
        : glyph
          ? `<path d="${glyph}" fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`
          : "";
    parts.push(
      `<g transform="translate(${round(x)} ${y})"><path d="M0-8.5 8.5 0 0 8.5-8.5 0Z" fill="${fill}" stroke="${stroke}" stroke-width="${thick}" stroke-linejoin="round"/>${inner}</g>`,
    );
  }
  return { parts, colours, text, line, way, band, dot, loop, post, diamond };
}

export type Drawing = ReturnType<typeof drawingIn>;

function round(value: number): number {
  return Number(value.toFixed(2));
}
