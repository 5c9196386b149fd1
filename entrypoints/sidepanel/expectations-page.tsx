import "@/components/styles/expectations.css";
import { ExpectationsScreen } from "@/components/expectations/expectations-screen.tsx";
import { createExpectations } from "@/lib/state/expectations.ts";
import { useModelOf } from "./use-model.ts";

export function ExpectationsPage() {
  return <ExpectationsScreen model={useModelOf(createExpectations, [])} />;
}
