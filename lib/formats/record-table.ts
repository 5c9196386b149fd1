import Papa from "papaparse";

/** A table of texts: its heads, and the cells of each row, each with any number of lines. */
export interface RecordTable {
  heads: readonly string[];
  rows: readonly (readonly (readonly string[])[])[];
}

/** What a spreadsheet would reckon. The pattern that the library brings overlooks cells of several lines. */
const formula = /^[=+\-@\t\r]/u;

/**
 * As CSV (RFC 4180), with a mark that tells spreadsheets it is UTF-8. The lines of a cell stand below each other in it;
 * what a spreadsheet would take for a formula is text.
 */
export function recordCsv({ heads, rows }: RecordTable): string {
  const cells = rows.map((row) => row.map((lines) => lines.join("\n")));
  return `\uFEFF${Papa.unparse([[...heads], ...cells], { newline: "\r\n", escapeFormulae: formula })}\r\n`;
}

/** As a table in Markdown. */
export function recordMarkdown({ heads, rows }: RecordTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return `${[
    line(heads.map(cell)),
    line(heads.map(() => "---")),
    ...rows.map((row) => line(row.map((lines) => lines.map(cell).join("<br>")))),
  ].join("\n")}\n`;
}

/** What would end a cell or a row is written so that it does not. */
function cell(text: string): string {
  return text
    .trim()
    .replaceAll("\\", "\\\\")
    .replaceAll("|", String.raw`\|`)
    .replaceAll("<", "&lt;")
    .replaceAll(/\s+/gu, " ");
}
