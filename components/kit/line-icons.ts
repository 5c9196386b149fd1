import {
  BrickWall,
  CloudRain,
  Flag,
  GraduationCap,
  type IconNode,
  Lightbulb,
  MessageCircleQuestionMark,
  MessageSquareQuote,
  Mountain,
  PencilLine,
  SquareCheck,
} from "lucide";
import type { lineKinds } from "@/lib/domain/vocabulary.ts";

/** The mark of each kind that the capture line takes down; apart, since the popup needs no others. */
export const lineIcons: Record<(typeof lineKinds)[number], IconNode> = {
  thought: PencilLine,
  action: SquareCheck,
  question: MessageCircleQuestionMark,
  advice: Lightbulb,
  feedback: MessageSquareQuote,
  win: Flag,
  lesson: GraduationCap,
  outcome: Mountain,
  concern: CloudRain,
  obstacle: BrickWall,
};
