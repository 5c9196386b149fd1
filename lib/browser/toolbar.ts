import { browser } from "wxt/browser";
import type { Badge } from "@/lib/domain/badge.ts";

/** What stands on the button of one tab in place of the number: something is offered there. */
const dot = "●";

/**
 * Puts a dot on the button of one tab, said in words behind the button's own title; `null` takes it away. The browser
 * forgets it when the tab goes elsewhere.
 */
export async function markTab(tabId: number, words: string | null): Promise<void> {
  const title = await browser.action.getTitle({});
  try {
    await Promise.all([
      // Without a text of its own the tab shows the number again; Chrome's types leave out that this is said by `null`.
      browser.action.setBadgeText({ tabId, text: words === null ? (null as unknown as string) : dot }),
      browser.action.setTitle({ tabId, title: words === null ? title : `${title}. ${words}` }),
    ]);
  } catch {
    // The tab was closed meanwhile, and its button with it.
  }
}

/** Draws the toolbar button: the number on it, and the same in words for whoever does not see it. */
export async function renderToolbar(badge: Badge, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: badge.late > 0 ? "#9A3B1C" : "#146049" }),
    browser.action.setBadgeTextColor({ color: "#FFFFFF" }),
    browser.action.setTitle({ title }),
  ]);
}
