import {
  Flag,
  GraduationCap,
  type IconNode,
  Lightbulb,
  MessageCircleQuestionMark,
  MessageSquareQuote,
  PencilLine,
  SquareCheck,
  Trophy,
} from "lucide";

/** The marks of what the capture line takes down: no more than that, since the popup loads them. */
export const lineIcons = {
  thought: PencilLine,
  action: SquareCheck,
  question: MessageCircleQuestionMark,
  advice: Lightbulb,
  feedback: MessageSquareQuote,
  win: Flag,
  lesson: GraduationCap,
  outcome: Trophy,
} satisfies Record<string, IconNode>;

export type LineKind = keyof typeof lineIcons;
