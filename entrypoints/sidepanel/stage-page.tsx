/** Being built. */
export function StagePage() {
  return null;
}
