import { ensureTestTools } from "./browsers.ts";
import { checkBudget } from "./budget.ts";
import { build } from "./build.ts";
import { staticChecks } from "./checks.ts";
import { runSteps } from "./steps.ts";
import { countTests, forgetReports, passedLate, runTests } from "./vitest.ts";

/** `npm test`: everything, stopping at the first failure. */
forgetReports();
const passed = await runSteps([
  { name: "browsers", run: findBrowsers },
  ...staticChecks,
  { name: "unit tests", run: () => runTests("unit") },
  { name: "storage tests", run: () => runTests("storage") },
  { name: "component tests", run: () => runTests("component") },
  { name: "build", run: () => build() },
  { name: "size budget", run: () => checkBudget() },
  { name: "end-to-end tests", run: () => runTests("e2e") },
]);
for (const { test, why } of passedLate()) console.log(`\nPassed at the second try only: ${test}\n${why}`);
const counts = countTests();
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = passed ? 0 : 1;

async function findBrowsers(): Promise<void> {
  const { chromium, firefox } = await ensureTestTools();
  console.log(`Chromium ${chromium.version}, ${chromium.path}`);
  console.log(`Firefox ${firefox.version}, ${firefox.path}`);
}
