import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { builtExtension } from "../harness/folders.ts";

/** What a surface may weigh: the gzipped size of the files it loads, thousands of bytes. */
type Budget = {
  page: string;
  limitKb: number;
  /** Parts that are loaded on demand and count all the same, by how their file names begin: every meeting has notes. */
  alsoCounted: readonly string[];
};

const budgets: readonly Budget[] = [
  { page: "popup.html", limitKb: 60, alsoCounted: [] },
  { page: "sidepanel.html", limitKb: 220, alsoCounted: ["chunks/code-mirror-"] },
];

type Weight = { file: string; gzipKb: number; onDemand: boolean };

/**
 * Weighs the pages of the Chrome build and prints what they are made of.
 * @throws when a page is over its budget.
 */
export function checkBudget(folder: string = builtExtension("chrome")): void {
  const over: string[] = [];
  for (const { page, limitKb, alsoCounted } of budgets) {
    const weights = weigh(folder, page);
    const counts = new Set<string>();
    for (const { file } of weights)
      if (alsoCounted.some((start) => file.startsWith(start))) follow(folder, file, counts, new Set());
    const isCounted = ({ file, onDemand }: Weight): boolean => !onDemand || counts.has(file);
    const missing = alsoCounted.find((start) => !weights.some(({ file }) => file.startsWith(start)));
    if (missing)
      throw new Error(`${page} has no part ${missing}… any more; say in the budget which one counts.`);
    const counted = weights.filter(isCounted);
    const totalKb = counted.reduce((sum, { gzipKb }) => sum + gzipKb, 0);
    for (const weight of weights) {
      const note = weight.onDemand ? (isCounted(weight) ? "  on demand" : "  on demand, not counted") : "";
      console.log(`${weight.gzipKb.toFixed(1).padStart(8)} kB  ${weight.file}${note}`);
    }
    console.log(`${totalKb.toFixed(1).padStart(8)} kB  ${page} of ${limitKb} kB, gzipped\n`);
    if (totalKb > limitKb) over.push(`${page} weighs ${totalKb.toFixed(1)} kB, more than ${limitKb} kB`);
  }
  if (over.length > 0) throw new Error(over.join("\n"));
}

function weigh(folder: string, page: string): readonly Weight[] {
  const atOnce = new Set<string>();
  const onDemand = new Set<string>();
  follow(folder, page, atOnce, onDemand);
  // What is first met on demand may bring further parts at once, so it is followed until nothing new turns up.
  for (const file of onDemand) follow(folder, file, onDemand, onDemand);
  return [...atOnce, ...onDemand.difference(atOnce)].map((file) => ({
    file,
    gzipKb: gzipSync(readFileSync(join(folder, file))).length / 1000,
    onDemand: !atOnce.has(file),
  }));
}

function follow(folder: string, file: string, seen: Set<string>, onDemand: Set<string>): void {
  if (!existsSync(join(folder, file))) throw new Error(`${file} is referred to, but not in the build.`);
  seen.add(file);
  const { needed, later } = references(file, readFileSync(join(folder, file), "utf8"));
  for (const next of later) onDemand.add(next);
  for (const next of needed) if (!seen.has(next)) follow(folder, next, seen, onDemand);
}

/** The files that a built file needs to run, and those that it may load later, by their paths in the build. */
function references(file: string, text: string): { needed: readonly string[]; later: readonly string[] } {
  const resolve = (path: string): string =>
    path.startsWith("/") ? path.slice(1) : posix.join(dirname(file), path);
  const all = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, path = ""]) => resolve(path));
  if (file.endsWith(".html")) {
    return {
      needed: [
        ...all(/<script[^>]*\ssrc="([^"]+)"/g),
        ...all(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*href="([^"]+)"/g),
      ],
      later: [],
    };
  }
  if (file.endsWith(".css")) {
    return { needed: all(/@import\s+(?:url\()?["']?([^"')]+\.css)/g), later: [] };
  }
  return {
    needed: all(/\b(?:from|import)\s*["']([^"']+\.js)["']/g),
    later: [
      ...all(/\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g),
      // Vite's list of what goes with the parts on demand; styles are named only there.
      ...[...text.matchAll(/"((?:assets|chunks)\/[^"]+\.(?:css|js))"/g)].map(([, path = ""]) => path),
    ],
  };
}

if (import.meta.main) {
  try {
    checkBudget();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
