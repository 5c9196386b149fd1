import {
  CloudRain,
  Feather,
  Gavel,
  GraduationCap,
  Lightbulb,
  type IconNode,
  MessageCircleQuestionMark,
  PencilLine,
  Flag,
  MessageSquareQuote,
  SquareCheck,
  Trophy,
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
  lesson: GraduationCap,
  outcome: Trophy,
  reflection: Feather,
  concern: CloudRain,
};
