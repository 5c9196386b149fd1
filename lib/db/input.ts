import type { Day, TimeOfDay } from "@/lib/domain/envelope.ts";
import { isDay, isTimeOfDay } from "@/lib/domain/civil-time.ts";
import { longestLine, longestText } from "@/lib/domain/limits.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { oneLine } from "@/lib/domain/one-line.ts";

/** What a person typed into a one-line field: trimmed, white space folded. */
export function lineFrom(value: string, whenEmpty: UserErrorCode = "emptyText"): string {
  const line = oneLine(value);
  if (!line) throw new UserError(whenEmpty);
  if (line.length > longestLine) throw new UserError("tooLong");
  return line;
}

/** As {@link lineFrom}, for a field that may be left empty. */
export function optionalLineFrom(value: string): string {
  return value.trim() ? lineFrom(value) : "";
}

/** A day from a date field; `null` for an empty one. */
export function dayFrom(value: string | null | undefined): Day | null {
  if (!value) return null;
  if (!isDay(value)) throw new UserError("badDate");
  return value;
}

export function timeFrom(value: string): TimeOfDay {
  if (!isTimeOfDay(value)) throw new UserError("badTime");
  return value;
}

/** A number as typed, with a point or a comma before its decimals; `null` for an empty field. */
export function numberFrom(value: string): number | null {
  const text = value.trim();
  if (!text) return null;
  if (!/^[-+−]?(\d+([.,]\d*)?|[.,]\d+)$/u.test(text) || text.length > 30) throw new UserError("badNumber");
  return Number(text.replace(",", ".").replace("−", "-"));
}

/** Free text, as long as a record may hold. */
export function textFrom(value: string): string {
  if (value.length > longestText) throw new UserError("textTooLong");
  return value;
}

/** A reason that may be given for a change, as the change log keeps it. */
export function reasonFrom(value: string | undefined): { why?: string } {
  const why = optionalLineFrom(value ?? "");
  return why ? { why } : {};
}
