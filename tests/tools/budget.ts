import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { builtExtension } from "../harness/folders.ts";

/** What a surface may weigh: the gzipped size of the files it loads, thousands of bytes. */
type Budget = {
  page: string;
  limitKb: number;
  /** Whether parts that are loaded on demand count; for the panel they do, since the editor is one. */
  onDemandCounts: boolean;
  /** Parts by how their names begin that are loaded for something done now and then: they, and what only they bring, do not count. */
  seldom?: readonly string[];
};

const budgets: readonly Budget[] = [
  { page: "popup.html", limitKb: 60, onDemandCounts: false },
  { page: "sidepanel.html", limitKb: 220, onDemandCounts: true, seldom: ["backup", "scheduled-backup"] },
];

type Weight = { file: string; gzipKb: number; onDemand: boolean; seldom: boolean };

/**
 * Weighs the pages of the Chrome build and prints what they are made of.
 * @throws when a page is over its budget.
 */
export function checkBudget(folder: string = builtExtension("chrome")): void {
  const over: string[] = [];
  for (const { page, limitKb, onDemandCounts, seldom = [] } of budgets) {
    const weights = weigh(folder, page, seldom);
    const counts = (weight: Weight): boolean => (onDemandCounts && !weight.seldom) || !weight.onDemand;
    const totalKb = weights.filter(counts).reduce((sum, { gzipKb }) => sum + gzipKb, 0);
    for (const weight of weights) {
      const { file, gzipKb, onDemand } = weight;
      const note = onDemand ? (counts(weight) ? "  on demand" : "  on demand, not counted") : "";
      console.log(`${gzipKb.toFixed(1).padStart(8)} kB  ${file}${note}`);
    }
    console.log(`${totalKb.toFixed(1).padStart(8)} kB  ${page} of ${limitKb} kB, gzipped\n`);
    if (totalKb > limitKb) over.push(`${page} weighs ${totalKb.toFixed(1)} kB, more than ${limitKb} kB`);
  }
  if (over.length > 0) throw new Error(over.join("\n"));
}

function weigh(folder: string, page: string, seldom: readonly string[]): readonly Weight[] {
  const isSeldom = (file: string): boolean => seldom.some((name) => posix.basename(file).startsWith(name));
  const atOnce = new Set<string>();
  const onDemand = new Set<string>();
  follow(folder, page, atOnce, onDemand);
  // What is first met on demand may bring further parts at once, so it is followed until nothing new turns up.
  for (const file of onDemand) if (!isSeldom(file)) follow(folder, file, onDemand, onDemand);
  const usual = new Set([...onDemand].filter((file) => !isSeldom(file)));
  for (const file of onDemand) follow(folder, file, onDemand, onDemand);
  return [...atOnce, ...onDemand.difference(atOnce)].map((file) => ({
    file,
    gzipKb: gzipSync(readFileSync(join(folder, file))).length / 1000,
    onDemand: !atOnce.has(file),
    seldom: !usual.has(file),
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
