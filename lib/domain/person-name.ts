/** Up to two letters for an avatar: of the first and the last word, titles such as "Dr." left out. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word && !word.endsWith("."));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [first, last]
    .map((word) => [...word][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

/** How the person is addressed in running text: the first word that is not a title. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !word.endsWith(".")) ?? name.trim();
}
