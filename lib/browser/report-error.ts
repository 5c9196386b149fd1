/**
 * The one place that logs a bug. Says what failed and where in the code, never what the person wrote: messages of
 * database and parse errors can carry values, so only the kind of error and its stack frames are kept.
 */
export function reportError(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s*at |@/.test(line)) : [];
  console.error(`[milepost] ${where}: ${kind}`, frames.join("\n"));
}
