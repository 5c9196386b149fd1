/** After the last edit, and after the first of many at most. */
const quietMs = 3_000;
const longestMs = 20_000;

/** Calls `doing` when nothing was heard for three seconds, or twenty seconds after the first. */
export function afterQuiet(doing: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  return () => {
    const now = Date.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        doing();
      },
      Math.max(0, Math.min(quietMs, first + longestMs - now)),
    );
  };
}
