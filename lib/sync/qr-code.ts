/**
 * Text as a QR code: the path of an SVG, one unit for each module, to be drawn dark on light with four units around it.
 * @param text up to about 2,000 characters
 */
export async function qrCode(text: string): Promise<{ path: string; size: number }> {
  // Loaded apart: it is shown once for each browser.
  const [{ correction, generate }, { toSvgPath }] = await Promise.all([
    import("lean-qr"),
    import("lean-qr/extras/svg"),
  ]);
  const code = generate(text, { minCorrectionLevel: correction.L });
  return { path: toSvgPath(code), size: code.size };
}
