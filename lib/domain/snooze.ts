import { addDays, dayOf, instantOf, weekdayOf } from "./civil-time.ts";
import type { Instant } from "./envelope.ts";

export const snoozeChoices = ["tenMinutes", "oneHour", "thisEvening", "tomorrow", "nextWorkday"] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** Until when a choice puts something off, counted from `now`. Evening is 18:00, morning 09:00, Monday to Friday are working days. */
export function snoozeUntil(choice: SnoozeChoice, now: Instant, timeZone: string): Instant {
  const today = dayOf(now, timeZone);
  switch (choice) {
    case "tenMinutes":
      return now + 10 * 60_000;
    case "oneHour":
      return now + 3_600_000;
    case "thisEvening":
      return instantOf(today, "18:00", timeZone);
    case "tomorrow":
      return instantOf(addDays(today, 1), "09:00", timeZone);
    case "nextWorkday": {
      let day = addDays(today, 1);
      while (weekdayOf(day) > 5) day = addDays(day, 1);
      return instantOf(day, "09:00", timeZone);
    }
  }
}

/** The choices that make sense at `now`: this evening is offered until 17:00, the next working day where it is not tomorrow. */
export function snoozeChoicesAt(now: Instant, timeZone: string): SnoozeChoice[] {
  const today = dayOf(now, timeZone);
  return snoozeChoices.filter((choice) => {
    if (choice === "thisEvening") return now < instantOf(today, "17:00", timeZone);
    if (choice === "nextWorkday") return weekdayOf(addDays(today, 1)) > 5;
    return true;
  });
}
