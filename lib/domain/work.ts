/** What takes long can be watched and called off. */
export interface Work {
  /** Where it is aborted, the work throws the signal's reason and leaves nothing half done. */
  signal?: AbortSignal | undefined;
  /** Told from time to time how much is done, from 0 to 1. */
  onProgress?: ((fraction: number) => void) | undefined;
}

/** So many rows are taken at once, before it is told how much is done and looked whether to stop. */
export const rowsAtOnce = 2_000;
