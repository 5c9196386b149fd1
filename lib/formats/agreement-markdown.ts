/** An agreement as it is handed out. */
export interface AgreementDocument {
  title: string;
  lede: string;
  /** Which version, and since when. */
  version: string;
  /** In the order of the document, numbered from 1; `text` is Markdown. The last one says who agreed and when. */
  sections: readonly { heading: string; text: string }[];
}

/** The agreement as Markdown. A section that says nothing is left out, and the others keep their numbers. */
export function agreementMarkdown(document: AgreementDocument): string {
  const sections = document.sections.flatMap(({ heading, text }, index) =>
    text.trim() ? [`## ${index + 1} ${heading}`, text.trim()] : [],
  );
  return `${[`# ${document.title}`, document.lede, document.version, ...sections].filter(Boolean).join("\n\n")}\n`;
}
