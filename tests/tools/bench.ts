import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { benchBackup } from "../bench/backup.ts";
import { benchPopup } from "../bench/popup.ts";
import { benchReminders } from "../bench/reminders.ts";
import { benchRoadmap } from "../bench/roadmap.ts";
import { benchSearch } from "../bench/search.ts";
import type { Comparison } from "../bench/statistics.ts";
import { benchSync } from "../bench/sync.ts";
import { benchTyping } from "../bench/typing.ts";
import { outputFolder } from "../harness/folders.ts";
import { ensureChromium } from "./browsers.ts";
import { buildWhereNeeded } from "./build.ts";
import { runSteps } from "./steps.ts";

/** `npm run bench [-- NAME]`: what is fast enough only in comparison, measured in turns with the least there could be. */
const benchmarks: Readonly<Record<string, () => Promise<readonly Comparison[]>>> = {
  popup: benchPopup,
  typing: benchTyping,
  backup: benchBackup,
  roadmap: benchRoadmap,
  search: benchSearch,
  reminders: benchReminders,
  sync: benchSync,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(benchmarks).join(", ")}`,
  );
  process.exit(1);
}

const comparisons: Comparison[] = [];
const measured = await runSteps([
  { name: "build", run: () => buildWhereNeeded(["chrome"]) },
  ...Object.entries(benchmarks)
    .filter(([name]) => wanted.length === 0 || wanted.includes(name))
    .map(([name, run]) => ({
      name,
      run: async () => {
        const results = await run();
        console.table(results.map(toRow));
        comparisons.push(...results);
      },
    })),
]);
process.exitCode = measured ? 0 : 1;

const chromium = await ensureChromium();
mkdirSync(outputFolder, { recursive: true });
const machine = { processor: cpus()[0]?.model, cores: availableParallelism(), chromium: chromium.version };
writeFileSync(
  join(outputFolder, "bench.json"),
  `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, comparisons }, undefined, 2)}\n`,
);

function toRow({
  name,
  ours,
  base,
  ratio,
  samples,
  peakMb,
}: Comparison): Readonly<Record<string, string | number>> {
  return {
    what: name,
    "median ms": ours.medianMs,
    "p95 ms": ours.p95Ms,
    "base median ms": base.medianMs,
    "base p95 ms": base.p95Ms,
    ratio,
    samples,
    ...(peakMb ? { "peak MB": peakMb.ours, "base peak MB": peakMb.base } : {}),
  };
}
