/**
 * The storage that somebody brings: files by name, nothing else. It is trusted with nothing: it may lose, cut off, delay
 * and hide whatever it likes, and it need not have any lock, condition or change tag.
 *
 * Names have folders of at most five levels, parted by `/`, of letters, digits, `.`, `-` and `~`.
 */
export interface Store {
  /** The names directly in a folder, without the folder’s own; `""` for those at the top. A folder that is not there is empty. */
  list: (folder: string) => Promise<Listing>;
  /** `null` where there is no such name. */
  get: (name: string) => Promise<Uint8Array | null>;
  /** Stores bytes under a name, with the folders it takes. Never called for a name that holds something else. */
  put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** To remove what is not there is no error. */
  remove: (name: string) => Promise<void>;
}

export interface Listing {
  names: readonly string[];
  /** What the storage takes the time to be, epoch ms, if it says so. */
  date?: number | undefined;
}

export type StoreFailure =
  /** Not reached, or the answer did not come whole. */
  | "offline"
  /** It wants another login, or allows less than is needed. */
  | "refused"
  /** To be asked again later. */
  | "busy"
  | "full"
  /** It answers, but not as a storage does: a page to log in, an address of something else. */
  | "notStorage";

/** The storage did not do what was asked. Whether it did it nevertheless is not known. */
export class StoreError extends Error {
  readonly failure: StoreFailure;
  /** How long it wants to be left alone, ms. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: StoreFailure, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(failure, options);
    this.name = "StoreError";
    this.failure = failure;
    this.retryAfterMs = options.retryAfterMs;
  }
}
