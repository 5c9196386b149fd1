import { signal } from "@preact/signals";
import type { Recovery } from "@/lib/domain/health.ts";

/** What is wrong with the data; `null` if nothing is, `undefined` before it was looked at. */
export const trouble = signal<Recovery | null | undefined>(undefined);
