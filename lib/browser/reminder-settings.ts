import * as z from "zod/mini";
import { TimeOfDay } from "@/lib/domain/envelope.ts";
import { longestLead } from "@/lib/domain/limits.ts";
import { reminderKinds } from "@/lib/domain/reminder-kinds.ts";
import { type ReminderPreferences, usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import { type Setting, setting } from "./settings.ts";

const weekday = z.int().check(z.minimum(1), z.maximum(7));
const rule = z.object({
  on: z.boolean(),
  leads: z.array(z.int().check(z.minimum(0), z.maximum(longestLead))).check(z.minLength(1), z.maxLength(20)),
});

const preferencesSchema: z.ZodMiniType<ReminderPreferences> = z.object({
  kinds: z.partialRecord(z.enum(reminderKinds), rule),
  details: z.boolean(),
  quiet: z.nullable(z.object({ from: TimeOfDay, to: TimeOfDay })),
  workdays: z.array(weekday).check(z.minLength(1), z.maxLength(7)),
  digestAt: z.nullable(TimeOfDay),
  perDay: z.int().check(z.minimum(1), z.maximum(99)),
  reflection: z.object({ weekday, time: TimeOfDay }),
});

/**
 * How the person wants to be reminded, in one value, so that a change is whole or not there. Apart from the other
 * settings: the popup needs neither it nor the parser.
 */
export const reminderSetting: Setting<ReminderPreferences> = setting(
  "settings.reminders",
  usualPreferences,
  (stored) => {
    // What an earlier version did not know of is as it comes.
    const whole = typeof stored === "object" && stored !== null ? { ...usualPreferences, ...stored } : stored;
    const parsed = preferencesSchema.safeParse(whole);
    return parsed.success ? parsed.data : undefined;
  },
);
