/** The parser that makes nothing run, and that the policy of our pages lets take a string. */
interface SafeParser {
  parseHTML?(html: string): Document;
}

/** More is pasted as plain text: it would hold up the page. */
const longestHtml = 1_000_000;
const deepest = 50;

/**
 * What was copied from a page, as Markdown: lists with their levels, headings, links, stress. All else is its words.
 * @returns `null` where it cannot be read
 */
export function htmlToMarkdown(html: string): string | null {
  const parser = Document as unknown as SafeParser;
  if (!parser.parseHTML || html.length > longestHtml) return null;
  const blocks = blocksOf(parser.parseHTML(html).body, "", 0);
  const text = blocks
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
  return text || null;
}

/** Lines; an empty one stands between paragraphs. */
function blocksOf(parent: Element, indent: string, depth: number): string[] {
  const lines: string[] = [];
  // A page may hold more lines than a call takes arguments.
  const add = (more: readonly string[]): void => {
    for (const line of more) lines.push(line);
  };
  let inline = "";
  const flush = (): void => {
    const text = inline.replaceAll(/[^\S\n]+/gu, " ").trim();
    if (text) add(text.split(/\s*\n\s*/u));
    inline = "";
  };
  for (const node of parent.childNodes) {
    if (!isBlock(node)) {
      inline += inlineOf(node, depth);
      continue;
    }
    flush();
    if (depth >= deepest) inline = node.textContent ?? "";
    else if (node.matches("ul, ol")) add(itemsOf(node, indent, depth + 1));
    else if (/^H[1-6]$/u.test(node.tagName)) {
      const words = inlineOf(node, depth).replaceAll(/\s+/gu, " ").trim();
      if (words) lines.push("", `${"#".repeat(Number(node.tagName[1]))} ${words}`, "");
    } else if (node.matches("p")) add(["", ...blocksOf(node, indent, depth + 1), ""]);
    else add(blocksOf(node, indent, depth + 1));
  }
  flush();
  return lines;
}

function itemsOf(list: Element, indent: string, depth: number): string[] {
  const numbered = list.tagName === "OL";
  let number = Number(list.getAttribute("start") ?? 1) || 1;
  return [...list.children].flatMap((item) => {
    // Word processors put a list beside its item rather than into it.
    if (item.matches("ul, ol")) return itemsOf(item, `${indent}  `, depth + 1);
    const mark = numbered ? `${number}. ` : "- ";
    number += 1;
    const deeper = indent + " ".repeat(mark.length);
    const [first = "", ...rest] = blocksOf(item, deeper, depth + 1).filter(Boolean);
    return [
      `${indent}${mark}${first}`,
      ...rest.map((line) => (/^\s+(?:-|\d+\.) /u.test(line) ? line : deeper + line)),
    ];
  });
}

const blockTags =
  "ul, ol, p, div, h1, h2, h3, h4, h5, h6, section, article, header, footer, main, table, tbody, tr, blockquote, pre";

function isBlock(node: Node): node is Element {
  return (
    node instanceof Element && (node.matches(blockTags) || node.querySelector("ul, ol, p, div") !== null)
  );
}

function inlineOf(node: Node, depth: number): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replaceAll(/\s+/gu, " ");
  if (!(node instanceof Element)) return "";
  if (node.tagName === "BR") return "\n";
  if (node.matches("style, script, title")) return "";
  if (depth >= deepest) return (node.textContent ?? "").replaceAll(/\s+/gu, " ");
  const words = [...node.childNodes].map((child) => inlineOf(child, depth + 1)).join("");
  if (!words.trim()) return words;
  const href = node.getAttribute("href") ?? "";
  if (node.tagName === "A" && /^https?:\/\//u.test(href)) {
    const address = href.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(/\s/gu, "%20");
    return words.trim() === href ? href : `[${words.trim().replaceAll(/[[\]]/gu, "")}](${address})`;
  }
  if (
    node.matches("strong, h1 b") ||
    (node.tagName === "B" && !/normal/u.test(node.getAttribute("style") ?? ""))
  )
    return around(words, "**");
  return node.matches("em, i") ? around(words, "*") : words;
}

/** The white space stays outside: `** words **` would be no stress. */
function around(words: string, mark: string): string {
  const inner = words.trim();
  const at = words.indexOf(inner);
  return `${words.slice(0, at)}${mark}${inner}${mark}${words.slice(at + inner.length)}`;
}
