import { i18n } from "#i18n";
import type { Agreement } from "@/lib/domain/agreement.ts";
import type { AgreementDocument } from "@/lib/formats/agreement-markdown.ts";
import { plainDay } from "@/lib/i18n/dates.ts";
import { type AgreementView, sectionHeading } from "./agreement-view.ts";

/** A version as it is handed out: its sections, and who agreed. */
export function agreementDocument(view: AgreementView, row: Agreement): AgreementDocument {
  const signed = [
    row.agreedByMeOn ? [row.myName, row.agreedByMeOn] : null,
    row.agreedByThemOn ? [row.theirName, row.agreedByThemOn] : null,
  ].filter((line) => line !== null);
  return {
    title: i18n.t(row.status === "agreed" ? "agreement.title" : "agreement.titleDraft"),
    lede: i18n.t("agreement.lede"),
    version: i18n.t(row.status === "agreed" ? "agreement.version" : "agreement.versionDraft", [
      String(row.version),
    ]),
    sections: [
      ...view.sections.map(({ heading, text }) => ({ heading, text })),
      {
        heading: sectionHeading("agreedBy"),
        text: signed.map(([name = "", on = ""]) => `- ${name}, ${plainDay(on)}`).join("\n"),
      },
    ],
  };
}

/** "agreement-amara-okafor-v2.md" */
export function agreementFileName(view: AgreementView, row: Agreement): string {
  const who = view.partnerName
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return `${["agreement", who, `v${row.version}`].filter(Boolean).join("-")}.md`;
}
