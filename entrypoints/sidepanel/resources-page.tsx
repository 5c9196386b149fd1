/** Being built. */
export function ResourcesPage() {
  return null;
}
