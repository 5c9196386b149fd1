import type { Page } from "puppeteer-core";
import { launchChromium } from "../harness/chromium.ts";
import { throwawayExtension } from "../harness/throwaway-extension.ts";
import { eventually } from "../harness/wait.ts";
import { bundled } from "./bundled.ts";
import type { bench as Bench, Engine } from "./search-page.ts";
import { compare, type Comparison } from "./statistics.ts";

const records = 100_000;
const coldRounds = 6;
const warmQueries = 60;
const others: readonly Engine[] = ["minisearch", "flexsearch"];

/** In the page; see search-page.ts. */
declare const bench: typeof Bench;

/**
 * From the question to the first twenty results with their records, in 100,000 records: in a page that was just opened,
 * and in one that was asked before. Beside MiniSearch and FlexSearch, which load the index they stored; and how much of
 * what reading every record finds each of them finds.
 */
export async function benchSearch(): Promise<readonly Comparison[]> {
  const extension = throwawayExtension(
    {},
    {
      "page.html": '<!doctype html><script type="module" src="page.js"></script>',
      "page.js": await bundled("tests/bench/search-page.ts"),
    },
  );
  const chromium = await launchChromium({ extension: extension.path });
  try {
    const fresh = async (): Promise<Page> => {
      const page = await chromium.openTab(chromium.url("page.html"));
      await page.waitForFunction(() => "bench" in globalThis);
      return page;
    };
    const first = await fresh();
    const built = await prepared(first);
    const typed = await first.evaluate((count, many) => bench.typed(count, many), records, warmQueries);
    const japanese = await first.evaluate((count) => bench.typedJapanese(count, 12), records);
    await first.close();

    const cold: Record<Engine, number[]> = { ours: [], minisearch: [], flexsearch: [] };
    const warm: Record<Engine, number[]> = { ours: [], minisearch: [], flexsearch: [] };
    for (let round = 0; round < coldRounds; round += 1) {
      for (const engine of ["ours", ...others] as const) {
        const page = await fresh();
        const question = typed[round] ?? "";
        cold[engine].push(await page.evaluate((of, each) => bench.cold(of, each), engine, question));
        if (round === coldRounds - 1) {
          await page.evaluate((of, each) => bench.warm(of, each), engine, typed.slice(0, 3));
          warm[engine].push(...(await page.evaluate((of, each) => bench.warm(of, each), engine, typed)));
        }
        await page.close();
      }
    }
    const page = await fresh();
    for (const [name, questions] of [
      ["words, beginnings and phrases", typed],
      ["Japanese", japanese],
    ] as const) {
      for (const engine of ["ours", ...others] as const) {
        const { recall, precision } = await page.evaluate(
          (of, count, each) => bench.recall(of, count, each),
          engine,
          records,
          questions,
        );
        console.log(`${name}: ${engine} finds ${percent(recall)} of it, and ${percent(precision)} is right`);
        if (engine === "ours" && (recall < 1 || precision < 1)) throw new Error("Not all was found.");
      }
    }
    const { saves, indexing } = await page.evaluate(() => bench.typing(50_000, 15));
    const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
    console.log(
      `The index of ${records.toLocaleString("en")} records is made in ${seconds(built.ours)} (ours, on disk, in pieces), ${seconds(built.minisearch)} (MiniSearch), ${seconds(built.flexsearch)} (FlexSearch)`,
    );
    const count = records.toLocaleString("en");
    return [
      ...others.flatMap((other) => [
        compare(`search, ${count} records, cold, beside ${other}`, cold.ours, cold[other]),
        compare(`search, ${count} records, warm, beside ${other}`, warm.ours, warm[other]),
      ]),
      compare("saving a note of 50,000 words, beside indexing it each time", saves, indexing),
    ];
  } finally {
    await chromium.close();
    extension.remove();
  }
}

/** Longer than the driver waits for one answer. */
async function prepared(page: Page): Promise<Record<Engine, number>> {
  await page.evaluate((count) => {
    bench.prepare(count).then(
      (built) => Object.assign(globalThis, { built }),
      (error: unknown) => Object.assign(globalThis, { failed: String(error) }),
    );
  }, records);
  const { built, failed } = await eventually(
    async () => {
      const seen = await page.evaluate(() => {
        const done = globalThis as { built?: Record<Engine, number>; failed?: string };
        return { built: done.built, failed: done.failed };
      });
      return seen.built || seen.failed ? seen : undefined;
    },
    { what: "the indexes to be made", timeoutMs: 1_800_000 },
  );
  if (!built) throw new Error(failed);
  return built;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
