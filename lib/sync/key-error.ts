export type KeyFailure =
  /** The storage holds no space. */
  | "noSpace"
  /** It holds one already, where a new one was to begin. */
  | "spaceThere"
  /** As it should be, and opens nothing here. */
  | "wrongCode"
  /** A newer one took its place. */
  | "replaced"
  | "wrongPassphrase"
  /** The keys are there, and nobody has said yet that they count: they are being written just now. */
  | "unfinished"
  /** There is something for this key, and it is not as it was written. */
  | "damaged"
  /** By a later version. */
  | "newer"
  /** This browser, or who asks, was removed from the space. */
  | "removed"
  /** The time to use it is over, or it was used. */
  | "expired"
  | "used"
  /** The two do not show the same: somebody may be in between. */
  | "wrongWords"
  /** Of another space than the one here. */
  | "otherSpace";

/** Keys are not what is needed to go on. */
export class KeyError extends Error {
  readonly failure: KeyFailure;

  constructor(failure: KeyFailure, options?: ErrorOptions) {
    super(failure, options);
    this.name = "KeyError";
    this.failure = failure;
  }
}
