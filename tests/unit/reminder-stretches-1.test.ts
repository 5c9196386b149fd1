import { test } from "vitest";
import { liveStretches } from "./reminder-stretches.ts";

// In two files, so that two processors share the work.
test(
  "whatever happens to the browser, each thing is announced once, none early, none lost, none too many (odd seeds)",
  () => liveStretches(1),
  600_000,
);
