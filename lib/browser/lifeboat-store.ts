import { browser } from "wxt/browser";
import type { Id } from "@/lib/domain/envelope.ts";
import { Castaway } from "@/lib/domain/lifeboat.ts";

/** Each under a key of its own, so that two windows that write at once never write over each other. */
const prefix = "lifeboat.";

/** Keeps it, in place of what was kept under the same id. */
export async function keepAside(castaway: Castaway): Promise<void> {
  await browser.storage.local.set({ [prefix + castaway.id]: castaway });
}

export async function letGo(ids: readonly Id[]): Promise<void> {
  if (ids.length > 0) await browser.storage.local.remove(ids.map((id) => prefix + id));
}

/** All that is kept aside, oldest first. What cannot be read stays where it is. */
export async function keptAside(): Promise<Castaway[]> {
  const stored = await browser.storage.local.get(null);
  const found: Castaway[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(prefix)) continue;
    const parsed = Castaway.safeParse(value);
    if (parsed.success && prefix + parsed.data.id === key) found.push(parsed.data);
  }
  return found.toSorted((a, b) => a.at - b.at);
}
