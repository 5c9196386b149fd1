import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { outputFolder, repositoryRoot } from "../harness/folders.ts";
import { runScript } from "./steps.ts";

const projects = ["unit", "storage", "component", "e2e"] as const;

export type Project = (typeof projects)[number];

export type TestCounts = { passed: number; failed: number; skipped: number };

/** The part of Vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/**
 * Runs the tests of one project.
 * @throws when one fails, or when there was none to run.
 */
export async function runTests(project: Project): Promise<void> {
  const report = reportFile(project);
  rmSync(report, { force: true });
  await runScript("vitest", [
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const { passed, failed } = countTests([project]);
  if (passed + failed === 0) throw new Error(`No ${project} test was run.`);
}

/** Removes the reports of earlier runs, so that only what happens from here on is counted. */
export function forgetReports(): void {
  for (const project of projects) rmSync(reportFile(project), { force: true });
}

/** Sums up the reports that the runs have left; a run that did not happen counts as nothing. */
export function countTests(of: readonly Project[] = projects): TestCounts {
  const reports = reportsOf(of);
  const sum = (count: (report: Report) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return {
    passed: sum((report) => report.numPassedTests),
    failed: sum((report) => report.numFailedTests),
    skipped: sum((report) => report.numPendingTests + report.numTodoTests),
  };
}

/** The tests that passed at the second try only, each with why the first one failed. */
export function passedLate(): { test: string; why: string }[] {
  return reportsOf(projects)
    .flatMap(({ testResults }) => testResults)
    .flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)
        .map(({ fullName, failureMessages }) => ({
          test: `${relative(repositoryRoot, name)}: ${fullName}`,
          why: failureMessages.join("\n"),
        })),
    );
}

function reportsOf(of: readonly Project[]): Report[] {
  return of
    .map((project) => reportFile(project))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as Report);
}

function reportFile(project: Project): string {
  return join(outputFolder, `test-${project}.json`);
}
