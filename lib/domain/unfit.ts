/** What can be wrong with a row that was left out; the words for them are in the locale file under `unfit`. */
export const unfitCodes = [
  "notRecord",
  "wrongType",
  "tooBig",
  "tooSmall",
  "twice",
  "notField",
  "notAccepted",
] as const;
export type UnfitCode = (typeof unfitCodes)[number];

const ofSchema: Readonly<Record<string, UnfitCode>> = {
  invalid_type: "wrongType",
  too_big: "tooBig",
  too_small: "tooSmall",
};

/** Which field and what of it, never its value: `title: tooBig`. Kept with the row. */
export function whyUnfit(field: string, code: UnfitCode): string {
  return `${field.slice(0, 100)}: ${code}`;
}

/** The same, of what a schema found. */
export function whyNot(issue: { path: PropertyKey[]; code?: string | undefined } | undefined): string {
  const field = issue?.path.map(String).join(".") ?? "";
  const code = ofSchema[issue?.code ?? ""];
  return whyUnfit(field, code === "wrongType" && field === "" ? "notRecord" : (code ?? "notAccepted"));
}

/** Takes it apart again. What an earlier version or a file from elsewhere says is `notAccepted`. */
export function readWhy(why: string): { field: string; code: UnfitCode } {
  const end = why.lastIndexOf(": ");
  const code = unfitCodes.find((each) => each === why.slice(end + 2));
  return { field: end < 0 ? "" : why.slice(0, end), code: code ?? "notAccepted" };
}
