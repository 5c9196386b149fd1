import { UserError } from "@/lib/domain/user-error.ts";

/** Beyond this browsers hand out canvases that stay empty. */
const longestSide = 16_000;
const mostPixels = 200_000_000;

/**
 * An SVG drawn as PNG.
 * @param width pixels; the height follows. Both are made smaller together where a browser could not draw them
 * @throws UserError `pictureNotMade` where the browser cannot
 */
export async function svgToPng(svg: string, width: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const ratio = image.naturalHeight / image.naturalWidth;
    const wide = Math.floor(Math.min(width, longestSide, longestSide / ratio, Math.sqrt(mostPixels / ratio)));
    const canvas = new OffscreenCanvas(wide, Math.max(1, Math.round(wide * ratio)));
    const context = canvas.getContext("2d");
    if (!context) throw new UserError("pictureNotMade");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } catch (error) {
    throw error instanceof UserError ? error : new UserError("pictureNotMade", { cause: error });
  } finally {
    URL.revokeObjectURL(url);
  }
}
