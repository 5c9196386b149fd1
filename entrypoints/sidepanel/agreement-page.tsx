import "@/components/styles/agreement.css";
import { AgreementScreen } from "@/components/agreement/agreement-screen.tsx";
import { createAgreement } from "@/lib/state/agreement.ts";
import { useModelOf } from "./use-model.ts";

export function AgreementPage() {
  return <AgreementScreen model={useModelOf(createAgreement, [])} />;
}
