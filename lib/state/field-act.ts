import type { Id } from "@/lib/domain/envelope.ts";
import { perform } from "./acts.ts";
import { type Failure, failure } from "./failure.ts";

/**
 * As {@link perform}, for a form that shows what went wrong at its own field: the failure is handed to the form, and
 * the app says nothing on top of it.
 * @returns `null` when it was done
 */
export async function performInForm(
  doing: () => Promise<Id | null | void>,
  said?: string,
): Promise<Failure | null> {
  if (await perform(doing, said)) return null;
  const problem = failure.peek() ?? "notSaved";
  failure.value = null;
  return problem;
}
