import type { AgreementSection } from "@/lib/domain/agreement.ts";

export function sectionId(section: AgreementSection | "agreedBy"): string {
  return `clause-${section}`;
}

/** Brings a section into view, and the reader with it: what they do next by keyboard begins there. */
export function goToSection(section: AgreementSection | "agreedBy"): void {
  const heading = document.getElementById(sectionId(section));
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
