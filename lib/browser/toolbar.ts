import { browser } from "wxt/browser";
import type { Badge } from "@/lib/domain/badge.ts";

/** Draws the toolbar button: the number on it, and the same in words for whoever does not see it. */
export async function renderToolbar(badge: Badge, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: badge.late > 0 ? "#9A3B1C" : "#146049" }),
    browser.action.setBadgeTextColor({ color: "#FFFFFF" }),
    browser.action.setTitle({ title }),
  ]);
}
