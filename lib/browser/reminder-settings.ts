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

const kinds = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((stored): ReminderPreferences["kinds"] => {
    const known = reminderKinds.map((kind) => [kind, rule.safeParse(stored[kind]).data] as const);
    return Object.fromEntries(known.filter(([, chosen]) => chosen));
  }),
);

const usual = usualPreferences;
const orAsUsual = z.catch;
/** What is missing, or what this version cannot read, is as it comes; the rest of what was chosen stays. */
const preferencesSchema: z.ZodMiniType<ReminderPreferences> = z.object({
  kinds: orAsUsual(kinds, usual.kinds),
  details: orAsUsual(z.boolean(), usual.details),
  quiet: orAsUsual(z.nullable(z.object({ from: TimeOfDay, to: TimeOfDay })), usual.quiet),
  workdays: orAsUsual(z.array(weekday).check(z.minLength(1), z.maxLength(7)), [...usual.workdays]),
  digestAt: orAsUsual(z.nullable(TimeOfDay), usual.digestAt),
  perDay: orAsUsual(z.int().check(z.minimum(1), z.maximum(99)), usual.perDay),
  reflection: orAsUsual(z.object({ weekday, time: TimeOfDay }), usual.reflection),
});

/**
 * How the person wants to be reminded, in one value, so that a change is whole or not there. Apart from the other
 * settings: the popup needs neither it nor the parser.
 */
export const reminderSetting: Setting<ReminderPreferences> = setting(
  "settings.reminders",
  usualPreferences,
  (stored) => preferencesSchema.safeParse(stored).data,
);

/** Changes what is chosen now, one change after the other: two of them at once both hold, also from two windows. */
export async function changeReminders(
  change: (now: ReminderPreferences) => ReminderPreferences,
): Promise<void> {
  await navigator.locks.request("milepost-reminder-settings", async () => {
    await reminderSetting.write(change(await reminderSetting.read()));
  });
}
