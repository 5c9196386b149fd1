import { browser } from "wxt/browser";

/** A line under the address bar. */
export interface Suggestion {
  /** A route such as `/goals/ID`. */
  path: string;
  title: string;
  /** What it is, said more faintly. */
  about: string;
}

/** What is chosen comes back as this and the route, which nobody types. */
const chosen = "#";

/**
 * Hears what is typed into the address bar behind our keyword. To be called synchronously at the start.
 * @param suggest the newest question wins: what an older one still finds is dropped
 * @param open with a route that was suggested, or with what was typed
 */
export function onOmnibox(
  suggest: (typed: string) => Promise<Suggestion[]>,
  open: (what: { path: string } | { typed: string }, inNewTab: boolean) => void,
  explain: string,
): void {
  let latest = 0;
  void browser.omnibox.setDefaultSuggestion({ description: plain(explain) });
  browser.omnibox.onInputChanged.addListener((typed, show) => {
    latest += 1;
    const asked = latest;
    void suggest(typed).then((found) => {
      if (asked === latest) show(found.map(described));
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const path = text.startsWith(`${chosen}/`) ? text.slice(chosen.length) : null;
    open(path ? { path } : { typed: text }, disposition !== "currentTab");
  });
}

/** Chrome wants XML, Firefox text. */
function described({ path, title, about }: Suggestion) {
  const content = `${chosen}${path}`;
  const [name, rest] = [plain(title), plain(about)];
  if (import.meta.env.BROWSER === "firefox") return { content, description: `${name} – ${rest}` };
  return { content, description: `${name} <dim>– ${rest}</dim>` };
}

function plain(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cn}\s]+/gu, " ")
    .trim();
  if (import.meta.env.BROWSER === "firefox") return line;
  return line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Opens the workspace where the address bar was, or in a tab beside it. */
export async function openFromOmnibox(route: string, inNewTab: boolean): Promise<void> {
  const url = browser.runtime.getURL(`/sidepanel.html#${route}` as "/sidepanel.html");
  if (inNewTab) await browser.tabs.create({ url });
  else await browser.tabs.update({ url });
}
