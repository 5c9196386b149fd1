import { runScript, type Step } from "./steps.ts";

/** What is checked without running anything of ours. */
export const staticChecks: readonly Step[] = [
  { name: "format", run: () => runScript("check:format") },
  { name: "lint", run: () => runScript("check:lint") },
  { name: "types", run: () => runScript("check:types") },
];
