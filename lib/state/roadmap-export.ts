import { i18n } from "#i18n";
import { svgToPng } from "@/lib/browser/picture-file.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import { type RoadmapPicture, roadmapSvg } from "@/lib/formats/roadmap-svg.ts";
import { perform, say } from "./acts.ts";

/** Widths that a picture is offered in, pixels: for a mail, a slide, a wall. */
export const pictureWidths = [1_600, 3_200, 6_400] as const;

/**
 * Hands the roadmap to the person as a picture.
 * @param width of a PNG, pixels; without one it is an SVG
 */
export function savePicture(picture: RoadmapPicture, today: string, width?: number): Promise<boolean> {
  return perform(async () => {
    const svg = roadmapSvg(picture);
    const file = width ? await svgToPng(svg, width) : new Blob([svg], { type: "image/svg+xml" });
    const name = i18n.t("roadmap.fileName", [today, width ? "png" : "svg"]);
    saveFile(file, name);
    say(i18n.t("roadmap.said.picture", [name]));
  });
}
