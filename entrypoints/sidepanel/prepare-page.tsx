/** Being built. */
export function PreparePage() {
  return null;
}
