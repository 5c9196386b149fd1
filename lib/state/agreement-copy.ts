import type { AgreementDocument } from "@/lib/formats/agreement-markdown.ts";

/** An agreement as it stands in a room: which version, and its sections as Markdown. */
export function agreementText({ title, version, sections }: AgreementDocument): {
  title: string;
  text: string;
} {
  const text = sections
    .flatMap(({ heading, text: words }, index) =>
      words.trim() ? [`## ${index + 1} ${heading}`, words.trim()] : [],
    )
    .join("\n\n");
  return { title: `${title}, ${version}`, text };
}
