/** Being built. */
export function PeoplePage() {
  return null;
}
