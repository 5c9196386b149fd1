/** What is looked at again and again, because the two agreed to. */
export const reviewSubjects = [
  "agreementReview",
  "expectationsReview",
  "reciprocityReview",
  "goalReview",
  "exitReview",
] as const;
export type ReviewSubject = (typeof reviewSubjects)[number];

export function isReviewSubject(kind: string): kind is ReviewSubject {
  return reviewSubjects.some((subject) => subject === kind);
}
