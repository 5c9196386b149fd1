import { expect, test } from "vitest";
import { reminderSetting } from "@/lib/browser/reminder-settings.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";

const chosen = {
  ...usualPreferences,
  kinds: { prepare: { on: false, leads: [60] }, meetingSoon: { on: true, leads: [5] } },
  quiet: { from: "21:00", to: "07:30" },
  perDay: 3,
};

test("what was chosen is read as it was", () => {
  expect(reminderSetting.parse(chosen)).toEqual(chosen);
});

test.each<[what: string, stored: object, read: object]>([
  [
    "a kind of a later version",
    { ...chosen, kinds: { ...chosen.kinds, later: { on: true, leads: [1] } } },
    chosen,
  ],
  [
    "a kind that is damaged",
    { ...chosen, kinds: { ...chosen.kinds, prepare: { on: false, leads: [-1] } } },
    { ...chosen, kinds: { meetingSoon: chosen.kinds.meetingSoon } },
  ],
  ["a number that cannot be", { ...chosen, perDay: 0 }, { ...chosen, perDay: usualPreferences.perDay }],
  ["hours that are none", { ...chosen, quiet: { from: "25:00", to: "" } }, { ...chosen, quiet: null }],
  ["an earlier version", { quiet: chosen.quiet }, { ...usualPreferences, quiet: chosen.quiet }],
])("of %s only that part is as it comes, and the rest stays as it was chosen", (_, stored, read) => {
  expect(reminderSetting.parse(stored)).toEqual(read);
});

test.each([undefined, null, "often", 7])("%j is no choice", (stored) => {
  expect(reminderSetting.parse(stored)).toBeUndefined();
});
