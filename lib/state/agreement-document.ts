import { i18n } from "#i18n";
import { type Agreement, agreementSections } from "@/lib/domain/agreement.ts";
import { sectionText } from "@/lib/domain/agreement-text.ts";
import type { AgreementDocument } from "@/lib/formats/agreement-markdown.ts";
import { plainDay } from "@/lib/i18n/dates.ts";
import { sectionHeading, termWords } from "./agreement-words.ts";

/** A version as it is handed out: its sections, and who agreed. */
export function agreementDocument(row: Agreement): AgreementDocument {
  const agreed = row.status === "agreed";
  const signed = [
    { name: row.myName ?? "", on: row.agreedByMeOn },
    { name: row.theirName ?? "", on: row.agreedByThemOn },
  ];
  return {
    title: i18n.t(agreed ? "agreement.title" : "agreement.titleDraft"),
    lede: i18n.t("agreement.lede"),
    version: i18n.t(agreed ? "agreement.version" : "agreement.versionDraft", [String(row.version)]),
    sections: [
      ...agreementSections.map((section) => ({
        heading: sectionHeading(section),
        text: sectionText(row, section, termWords),
      })),
      {
        heading: sectionHeading("agreedBy"),
        text: signed
          .flatMap(({ name, on }) => (on ? [`- ${i18n.t("agreement.signedBy", [name, plainDay(on)])}`] : []))
          .join("\n"),
      },
    ],
  };
}

/** "agreement-amara-okafor-v2.md" */
export function agreementFileName(partnerName: string, version: number): string {
  return `${fileNameFrom("agreement", partnerName, `v${version}`)}.md`;
}

/** "meetings-amara-okafor": the name of a file about a person, without its ending. */
export function fileNameFrom(what: string, partnerName: string, rest = ""): string {
  const who = partnerName
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return [what, who, rest].filter(Boolean).join("-");
}
