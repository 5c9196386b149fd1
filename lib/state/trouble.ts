import { signal } from "@preact/signals";
import type { Recovery } from "@/lib/domain/health.ts";

/** What is wrong with the data; `null` if nothing is, `undefined` before it was looked at. */
export const trouble = signal<Recovery | null | undefined>(undefined);

/**
 * Whether the app stays on the screen although the browser cannot open the data any more: its editors hold words, which
 * go on being saved by themselves should it open again.
 */
export const appStays = signal(false);
