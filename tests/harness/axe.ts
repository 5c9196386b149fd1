import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import type { FirefoxPage } from "./firefox-page.ts";

/** In the pages that the functions passed to `evaluate` run in, once axe is there. */
declare const axe: { run: (context: Document, options: object) => Promise<AxeResults> };

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds serious or critical in a page, one line each with the element and what to do; empty when all is well.
 * The extension's own policy forbids injected scripts, so axe comes in by the debugger, which is above it.
 */
export async function accessibilityProblems(page: Page | FirefoxPage): Promise<readonly string[]> {
  const results = await ("runScript" in page ? runInFirefox(page) : runInChromium(page));
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary, html }) => {
        const advice = (failureSummary ?? "").replaceAll(/\s+/g, " ");
        return `${id} (${impact}): ${help}. ${target.join(" ")} ${html.slice(0, 120)} ${advice}`;
      }),
    );
}

async function runInChromium(page: Page): Promise<AxeResults> {
  await page.evaluate(source);
  return page.evaluate(runAxe);
}

async function runInFirefox(page: FirefoxPage): Promise<AxeResults> {
  await page.runScript(source);
  return page.evaluate(runAxe);
}

/** Looks when what fades in or out has done so: halfway there a colour is none of the design's. */
async function runAxe(): Promise<AxeResults> {
  const ending = document
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    .map((each) => each.finished.catch(() => null));
  await Promise.race([Promise.all(ending), new Promise((done) => setTimeout(done, 2_000))]);
  return axe.run(document, { resultTypes: ["violations"] });
}
