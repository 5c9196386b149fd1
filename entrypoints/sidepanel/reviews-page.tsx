import "@/components/styles/reviews.css";
import { ReviewsScreen } from "@/components/reviews/reviews-screen.tsx";
import { createReviews } from "@/lib/state/reviews.ts";
import { useModelOf } from "./use-model.ts";

export function ReviewsPage() {
  return <ReviewsScreen model={useModelOf(createReviews, [])} />;
}
