import type { ShippedQuestion } from "@/lib/domain/question-bank.ts";

/** The sets of questions that ship, in the order in which a mentorship comes to them. */
export const questionSets = [
  "getToKnow",
  "stuck",
  "feedback",
  "stopStart",
  "sensitive",
  "closing",
  "mentor",
] as const;
export type QuestionSet = (typeof questionSets)[number];

/** The questions that ship. Their words stand in the locale file under `questions.words`, by these keys, which never change. */
export const shippedQuestions = [
  { key: "outsideWork", set: "getToKnow" },
  { key: "couldNotFail", set: "getToKnow" },
  { key: "journey", set: "getToKnow" },
  { key: "excites", set: "getToKnow" },
  { key: "whyMentoring", set: "getToKnow" },
  { key: "wouldTry", set: "stuck" },
  { key: "notSeeing", set: "stuck" },
  { key: "smallestStep", set: "stuck" },
  { key: "whoKnows", set: "stuck" },
  { key: "works", set: "feedback" },
  { key: "couldImprove", set: "feedback" },
  { key: "noticed", set: "feedback" },
  { key: "stop", set: "stopStart" },
  { key: "start", set: "stopStart" },
  { key: "goOn", set: "stopStart" },
  { key: "earnings", set: "sensitive", sensitive: true },
  { key: "hardest", set: "sensitive", sensitive: true },
  { key: "regret", set: "sensitive", sensitive: true },
  { key: "enjoyed", set: "closing" },
  { key: "remember", set: "closing" },
  { key: "lessons", set: "closing" },
  { key: "achieved", set: "closing" },
  { key: "surprised", set: "closing" },
  { key: "differently", set: "closing" },
  { key: "next", set: "closing" },
  { key: "howAmI", set: "mentor" },
  { key: "needFromMe", set: "mentor" },
  { key: "onYourMind", set: "mentor" },
  { key: "triedSince", set: "mentor" },
] as const satisfies readonly (ShippedQuestion & { set: QuestionSet })[];

export type QuestionKey = (typeof shippedQuestions)[number]["key"];
