/** Being built. */
export function ReviewsPage() {
  return null;
}
