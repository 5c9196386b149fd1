import { browser } from "wxt/browser";
import { Canary, Recovery } from "@/lib/domain/health.ts";

/** What is known of the database outside of it. Rubbish counts as nothing known. */
const canaryKey = "canary";
const recoveryKey = "recovery";
/** Set while the browser runs, once the database was looked at. */
const checkedKey = "checked";
/** The same, once it was copied if there was anything new to copy. */
const copiedKey = "copied";

export async function readCanary(): Promise<Canary | null> {
  const stored = await browser.storage.local.get(canaryKey);
  const parsed = Canary.safeParse(stored[canaryKey]);
  return parsed.success ? parsed.data : null;
}

export async function writeCanary(canary: Canary): Promise<void> {
  await browser.storage.local.set({ [canaryKey]: canary });
}

/** What was found to be wrong, as long as the person has not decided; `null` in good health. */
export async function readRecovery(): Promise<Recovery | null> {
  const stored = await browser.storage.local.get(recoveryKey);
  return recoveryIn(stored[recoveryKey]);
}

export async function writeRecovery(recovery: Recovery | null): Promise<void> {
  if (recovery) await browser.storage.local.set({ [recoveryKey]: recovery });
  else await browser.storage.local.remove(recoveryKey);
}

/** Calls when any context found something wrong, or when it was decided. */
export function onRecoveryChange(handle: (recovery: Recovery | null) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const change = changes[recoveryKey];
    if (change) handle(recoveryIn(change.newValue));
  });
}

/** Was the database found to be well since the browser started? */
export async function wasChecked(): Promise<boolean> {
  return (await browser.storage.session.get(checkedKey))[checkedKey] === true;
}

export async function setChecked(checked: boolean): Promise<void> {
  await browser.storage.session.set({ [checkedKey]: checked });
}

/** Was what there was at the start copied since the browser started? */
export async function wasCopied(): Promise<boolean> {
  return (await browser.storage.session.get(copiedKey))[copiedKey] === true;
}

export async function setCopied(): Promise<void> {
  await browser.storage.session.set({ [copiedKey]: true });
}

function recoveryIn(stored: unknown): Recovery | null {
  const parsed = Recovery.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
