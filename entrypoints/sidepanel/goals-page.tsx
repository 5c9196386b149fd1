import "@/components/styles/goals.css";
import { GoalScreen } from "@/components/goals/goal-screen.tsx";
import { GoalsScreen } from "@/components/goals/goals-screen.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import { createGoals } from "@/lib/state/goals.ts";
import { useModelOf } from "./use-model.ts";

/** All goals of a mentorship, or one of them. */
export function GoalsPage({ id }: { id: Id | null }) {
  const model = useModelOf(createGoals, []);
  return id ? <GoalScreen model={model} id={id} /> : <GoalsScreen model={model} />;
}
