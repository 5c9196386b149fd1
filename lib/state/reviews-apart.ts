import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import type { ReviewLine } from "./due-reviews.ts";

/** What is to be looked at again now. Loaded apart, a moment after the surface that shows it: few days have any. */
const loaded = signal<ReadonlySignal<ReviewLine[] | undefined> | null>(null, {
  watched() {
    if (loaded.peek()) return;
    import("./due-reviews.ts").then(
      ({ createDueReviews }) => {
        loaded.value ??= createDueReviews();
      },
      (error: unknown) => reportError("page", error),
    );
  },
});

export const dueReviews = computed<readonly ReviewLine[]>(() => loaded.value?.value ?? []);

export async function markReviewed(review: Pick<ReviewLine, "subject" | "recordId">): Promise<boolean> {
  return (await import("./due-reviews.ts")).markLookedAt(review);
}
