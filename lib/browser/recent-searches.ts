/** What was looked for last, in this browser alone. Small and wanted at once, so kept in storage that needs no waiting. */
const key = "recent-searches";
const most = 6;
const longest = 200;

/** The latest first. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(typed: string): string[] {
  const text = typed.trim().slice(0, longest);
  if (!text) return recentSearches();
  const recent = [text, ...recentSearches().filter((each) => each !== text)].slice(0, most);
  localStorage.setItem(key, JSON.stringify(recent));
  return recent;
}

export function forgetSearches(): void {
  localStorage.removeItem(key);
}
