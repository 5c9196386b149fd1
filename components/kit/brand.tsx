/** The M: two posts and the trail between them. */
export function Brand() {
  return (
    <svg class="brand-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path fill="var(--accent)" opacity=".62" d="M4.8 4.4 8 7.6l3.2-3.2v4.4L8 12 4.8 8.8z" />
      <path fill="var(--accent)" d="M1 3 5 1v14H1zM11 3l4-2v9h-4z" />
    </svg>
  );
}
