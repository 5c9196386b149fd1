import "@/components/styles/brief.css";
import { QuestionsScreen } from "@/components/questions/questions-screen.tsx";
import { createQuestions } from "@/lib/state/questions.ts";
import { useModelOf } from "./use-model.ts";

export function QuestionsPage() {
  return <QuestionsScreen model={useModelOf(createQuestions, [])} />;
}
