import "@/components/styles/reviews.css";
import { ClosingEvaluation } from "@/components/reviews/closing-evaluation.tsx";
import { createClosing } from "@/lib/state/closing.ts";
import { useModelOf } from "./use-model.ts";

/** Looking back at a mentorship. Loaded apart. */
export function ReviewsPage() {
  return <ClosingEvaluation model={useModelOf(createClosing, [])} />;
}
