/**
 * A failure that the person can do something about. `code` names a message of the locale file under `errors`;
 * the message says what happened to the data and what to do. Everything else that is thrown is a bug.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;

  constructor(code: UserErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "UserError";
    this.code = code;
  }
}

export type UserErrorCode =
  | "badDate"
  | "badTime"
  | "badLink"
  | "emptyName"
  | "emptyText"
  | "tooLong"
  | "notFound"
  | "newerDatabase"
  | "changedSince"
  | "nothingToUndo";
