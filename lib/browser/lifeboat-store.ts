import { browser } from "wxt/browser";
import type { Id } from "@/lib/domain/envelope.ts";
import { Castaway } from "@/lib/domain/lifeboat.ts";

/** Each under a key of its own, so that two windows that write at once never write over each other. */
const prefix = "lifeboat.";

/** Keeps it, in place of what was kept under the same id. */
export async function keepAside(castaway: Castaway): Promise<void> {
  const key = prefix + castaway.id;
  const keep = (): Promise<void> => browser.storage.local.set({ [key]: castaway });
  // At once, since the page may be closing.
  await keep();
  // Whoever brought an earlier state of it home may have taken this one out before it could be seen.
  await alone(async () => {
    if (!(key in (await browser.storage.local.get(key)))) await keep();
  });
}

/** Takes out what is home, unless it was typed on since. */
export async function letGo(home: readonly Castaway[]): Promise<void> {
  if (home.length === 0) return;
  await alone(async () => {
    const stored = new Map((await keptAside()).map((castaway) => [castaway.id, castaway]));
    const same = home.filter(({ id, at, text }) => {
      const kept = stored.get(id);
      return kept?.at === at && kept.text === text;
    });
    await browser.storage.local.remove(same.map(({ id }) => prefix + id));
  });
}

/** Takes out what whoever wrote it does not need there any more. */
export async function dropAside(id: Id): Promise<void> {
  await alone(() => browser.storage.local.remove(prefix + id));
}

async function alone(doing: () => Promise<void>): Promise<void> {
  await navigator.locks.request("milepost-lifeboat-keys", doing);
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
