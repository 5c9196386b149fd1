import "@/components/styles/trouble.css";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { RecoveryScreen } from "@/components/recovery/recovery-screen.tsx";
import { createAside } from "@/lib/state/aside.ts";
import { createRecovery } from "@/lib/state/recovery.ts";
import { route } from "@/lib/state/route.ts";
import { useModelOf } from "./use-model.ts";
import { useTitle } from "./use-title.ts";

/** In place of the app while the data is not what it was. Loaded only then. */
export function RecoveryPage(): VNode {
  const at = route.peek();
  const model = useModelOf(createRecovery, []);
  const aside = useModelOf(() => createAside(at.page === "meeting" ? at.id : null), []);
  useTitle(i18n.t("recovery.title"));
  useEffect(() => document.getElementById("main")?.focus(), []);
  return <RecoveryScreen model={model} aside={aside} />;
}
