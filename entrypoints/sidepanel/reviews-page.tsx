import "@/components/styles/reviews.css";
import "@/components/styles/closing.css";
import { ClosingEvaluation } from "@/components/reviews/closing-evaluation.tsx";
import { ReviewsScreen } from "@/components/reviews/reviews-screen.tsx";
import { createClosing } from "@/lib/state/closing.ts";
import { createReviews } from "@/lib/state/reviews.ts";
import { useModelOf } from "./use-model.ts";

/** Looking back at a mentorship: what became of the plan, and how it was. Loaded apart. */
export function ReviewsPage() {
  return (
    <ReviewsScreen model={useModelOf(createReviews, [])}>
      <ClosingEvaluation model={useModelOf(createClosing, [])} />
    </ReviewsScreen>
  );
}
