/** Being built. */
export function ExpectationsPage() {
  return null;
}
