/**
 * The one way to write a value down: keys in the order of their UTF-16 code units at every depth, no white space,
 * everything else as `JSON.stringify` has it. A lone half of an emoji, which a person may have pasted, is escaped.
 * @throws RangeError if the value is nested some thousand levels deep
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    // Not by the locale, and keys that look like numbers among the others: an object has those first.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(",")}}`;
}
