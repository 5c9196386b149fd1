import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { userErrorIn, type UserErrorCode } from "@/lib/domain/user-error.ts";

/** Why something was not done or cannot be shown. What is not the person's to mend is `notSaved` or `notRead`. */
export type Failure = UserErrorCode | "notSaved" | "notRead";

/** The last failure; the app says it in words, and what became of the data. */
export const failure = signal<Failure | null>(null);

/** Tells the person, and the log if it is a bug. */
export function fail(where: "act" | "query", error: unknown): void {
  const known = userErrorIn(error);
  if (known) {
    failure.value = known.code;
    return;
  }
  reportError(where, error);
  failure.value = where === "act" ? "notSaved" : "notRead";
}
