import {
  Gavel,
  Lightbulb,
  type IconNode,
  MessageCircleQuestionMark,
  PencilLine,
  Flag,
  MessageSquareQuote,
  SquareCheck,
} from "lucide";
import type { CaptureKind } from "@/lib/domain/vocabulary.ts";

/** The mark of each kind of thing that is taken down. */
export const captureIcons: Record<CaptureKind, IconNode> = {
  thought: PencilLine,
  action: SquareCheck,
  decision: Gavel,
  question: MessageCircleQuestionMark,
  advice: Lightbulb,
  feedback: MessageSquareQuote,
  win: Flag,
};
