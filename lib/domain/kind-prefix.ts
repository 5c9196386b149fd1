/**
 * The kind that a line begins with, such as "lesson: ask first": whoever works by keyboard chooses it by writing it.
 * @param names what each kind is called, in the language of the person
 * @returns the kind and the words after it, or `null` where the line begins with no kind
 */
export function kindPrefix<K extends string>(
  line: string,
  names: readonly (readonly [kind: K, name: string])[],
): { kind: K; rest: string } | null {
  const at = line.indexOf(":");
  const said = line.slice(0, at).trim().toLowerCase();
  if (at < 1 || !/^\s/u.test(line.slice(at + 1))) return null;
  const found = names.find(([, name]) => name.toLowerCase() === said);
  return found ? { kind: found[0], rest: line.slice(at + 1).trimStart() } : null;
}
