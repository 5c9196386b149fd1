import { i18n } from "#i18n";
import { closingScores } from "@/lib/domain/closing.ts";
import type { Review } from "@/lib/domain/review.ts";
import { longDay } from "@/lib/i18n/dates.ts";

/** A closing evaluation as Markdown. What was not rated is said to be, and what is empty is left out. */
export function closingMarkdown(review: Review, partnerName: string): string {
  const scores = closingScores.map((score) => {
    const rating = review[score];
    const words = rating == null ? i18n.t("closing.unrated") : i18n.t("closing.outOf", [String(rating)]);
    return `- ${i18n.t(`fields.${score}`)}: ${words}`;
  });
  const text = (heading: string, words: string | undefined): string =>
    words?.trim() ? `## ${heading}\n\n${words.trim()}` : "";
  return `${[
    `# ${i18n.t("closing.title")}`,
    [partnerName, longDay(review.on), review.on.slice(0, 4)].filter(Boolean).join(", "),
    scores.join("\n"),
    text(i18n.t("fields.lessons"), review.lessons),
    text(i18n.t("closing.words"), review.text),
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}
