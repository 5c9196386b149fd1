import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "@/tests/harness/folders.ts";

/**
 * The styles of a page that is loaded later stay when it is left, so a class may be given its looks in one file of those
 * only: where two of them do, what a page looks like depends on where one came from.
 */
const folder = join(repositoryRoot, "components/styles");
const always = ["tokens", "base", "forms", "shell", "meeting", "workspace", "welcome", "popup"];
/** Of the popup alone. */
const elsewhere = ["first-run", "trouble", "find-person"];

test("no two pages that are loaded later style the same class", () => {
  const files = readdirSync(folder)
    .map((file) => file.replace(/\.css$/u, ""))
    .filter((name) => !always.includes(name) && !elsewhere.includes(name));
  expect(files.length).toBeGreaterThan(5);
  const owners = new Map<string, Set<string>>();
  for (const name of files) {
    const screen = readFileSync(join(folder, `${name}.css`), "utf8").replaceAll(
      /@media print \{[\s\S]*?\n\}/gu,
      "",
    );
    // A selector that begins with the class, alone or with what is inside it.
    for (const [, first = ""] of screen.matchAll(/(?:^|[},])\s*\.([a-z][\w-]*)/gu)) {
      if (isOfEverywhere(first)) continue;
      owners.set(first, (owners.get(first) ?? new Set()).add(name));
    }
  }
  const shared = [...owners].filter(([, names]) => names.size > 1);
  expect(shared.map(([first, names]) => `.${first} in ${[...names].join(" and ")}`)).toEqual([]);
});

/** Classes that the styles of every page define, which others refine within something of their own. */
function isOfEverywhere(name: string): boolean {
  return always.some((file) =>
    new RegExp(String.raw`(?:^|[},])\s*\.${name}(?![\w-])`, "u").test(
      readFileSync(join(folder, `${file}.css`), "utf8"),
    ),
  );
}
