/**
 * Saved after this much quiet, but never later than `longestMs` after the first unsaved key: a save takes its time too,
 * and what was typed two seconds ago is to be on the disk.
 */
const quietMs = 300;
const longestMs = 1_000;
/** What failed is tried again this often. */
const retryMs = 4_000;

/** When what is typed is saved. */
export function createSaveTimers(save: () => void) {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  return {
    /** Something was typed. */
    typed(): void {
      clearTimeout(quiet);
      quiet = setTimeout(save, quietMs);
      latest ??= setTimeout(save, longestMs);
    },
    /** It failed. */
    again(doing: () => void): void {
      retry = setTimeout(doing, retryMs);
    },
    stop(): void {
      for (const timer of [quiet, latest, retry]) clearTimeout(timer);
      quiet = latest = retry = undefined;
    },
  };
}
