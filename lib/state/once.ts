/**
 * Makes a second call wait for nobody: while one is under way, further ones do nothing. For what a double click or a
 * bouncing key must not do twice.
 * @param busy what a call gets that comes too soon
 */
export function once<Args extends unknown[], Result>(
  run: (...args: Args) => Promise<Result>,
  busy: Result,
): (...args: Args) => Promise<Result> {
  let underWay = false;
  return async (...args) => {
    if (underWay) return busy;
    underWay = true;
    try {
      return await run(...args);
    } finally {
      underWay = false;
    }
  };
}
