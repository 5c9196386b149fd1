/**
 * The one place that logs a bug. Says what failed and where in the code, never what the person wrote: messages of
 * database and parse errors can carry values, so only the kind of error and its stack frames are kept.
 */
export function reportError(where: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? framesOf(error) : [];
  console.error(`[milepost] ${where}: ${kind}`, frames.join("\n"));
}

/** The stack without the message, which stands at its beginning in Chromium and may have lines of any kind. */
function framesOf({ stack = "", message }: Error): string[] {
  const at = message ? stack.indexOf(message) : -1;
  const rest = at < 0 ? stack : stack.slice(at + message.length);
  return rest.split("\n").filter((line) => /^\s*at |@/.test(line));
}
