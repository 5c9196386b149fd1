import { computed, signal } from "@preact/signals";
import { dayOf } from "@/lib/domain/civil-time.ts";

/** The zone that this computer is in now. Models ask once, when their page is opened. */
export function localTimeZone(): string {
  return Temporal.Now.timeZoneId();
}

let timer: ReturnType<typeof setInterval> | undefined;

/** Epoch ms, moved on every second while somebody watches. */
export const now = signal(Date.now(), {
  watched() {
    now.value = Date.now();
    timer = setInterval(() => {
      now.value = Date.now();
    }, 1_000);
  },
  unwatched() {
    clearInterval(timer);
  },
});

/** The same, moved on every minute: for what is said in minutes or days. */
export const minute = computed(() => Math.floor(now.value / 60_000) * 60_000);

/** Today's calendar day, `YYYY-MM-DD`. */
export const today = computed(() => dayOf(minute.value, localTimeZone()));
