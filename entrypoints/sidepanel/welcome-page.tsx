import "@/components/styles/welcome.css";
import { WelcomeScreen } from "@/components/welcome/welcome-screen.tsx";
import { createWelcome } from "@/lib/state/welcome.ts";
import { useModelOf } from "./use-model.ts";
import { useTitle } from "./use-title.ts";

/** The first run. Loaded apart: it is seen once. */
export function WelcomePage() {
  const model = useModelOf(createWelcome, []);
  useTitle("");
  return <WelcomeScreen model={model} />;
}
