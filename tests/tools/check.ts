import { checkBudget } from "./budget.ts";
import { buildWhereNeeded } from "./build.ts";
import { staticChecks } from "./checks.ts";
import { runSteps } from "./steps.ts";
import { runTests } from "./vitest.ts";

/** `npm run check`: the part of `npm test` that takes under a minute. */
const passed = await runSteps([
  ...staticChecks,
  { name: "unit tests", run: () => runTests("unit") },
  {
    name: "size budget",
    run: async () => {
      await buildWhereNeeded(["chrome"]);
      checkBudget();
    },
  },
]);
process.exitCode = passed ? 0 : 1;
