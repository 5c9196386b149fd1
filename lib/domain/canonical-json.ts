/**
 * The one way to write a value down: keys in the order of their UTF-16 code units at every depth, no white space,
 * everything else as `JSON.stringify` has it. A lone half of an emoji, which a person may have pasted, is escaped.
 * @throws RangeError if the value is nested some thousand levels deep
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let fields = "";
  // `toSorted` goes by code units, and puts keys that look like numbers among the others: an object has those first.
  for (const key of Object.keys(value).toSorted()) {
    const field = (value as Record<string, unknown>)[key];
    if (field === undefined) continue;
    fields += `${fields === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}
