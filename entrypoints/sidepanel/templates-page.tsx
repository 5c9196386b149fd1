/** Being built. */
export function TemplatesPage() {
  return null;
}
