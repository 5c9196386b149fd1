import { expect, test } from "vitest";
import {
  backupFileName,
  backupReminderDue,
  outdatedBackups,
  scheduledBackupDue,
  scheduledFileName,
} from "@/lib/domain/backup-due.ts";

const dayMs = 86_400_000;
const now = Date.parse("2026-11-24T13:22:00Z");
const zone = "Europe/Berlin";

test.each([
  ["there is nothing to lose", { lastAt: 0, quietUntilAt: 0, oldestAt: undefined }, false],
  ["they have just begun", { lastAt: 0, quietUntilAt: 0, oldestAt: now - 6 * dayMs }, false],
  ["a week has gone without one", { lastAt: 0, quietUntilAt: 0, oldestAt: now - 8 * dayMs }, true],
  [
    "the last is a month old",
    { lastAt: now - 31 * dayMs, quietUntilAt: 0, oldestAt: now - 90 * dayMs },
    true,
  ],
  ["the last is younger", { lastAt: now - 29 * dayMs, quietUntilAt: 0, oldestAt: now - 90 * dayMs }, false],
  ["it was waved away", { lastAt: 0, quietUntilAt: now + 1, oldestAt: now - 90 * dayMs }, false],
  ["that is over", { lastAt: 0, quietUntilAt: now, oldestAt: now - 90 * dayMs }, true],
])("when %s, a reminder is due: %s %s", (_, state, due) => {
  expect(backupReminderDue(state, now)).toBe(due);
});

test.each([
  ["off", 0, false],
  ["day", 0, true],
  ["day", now - 60_000, false],
  ["day", Date.parse("2026-11-23T22:59:00Z"), true],
  ["day", Date.parse("2026-11-23T23:01:00Z"), false],
  ["week", now - 6 * dayMs, false],
  ["week", now - 7 * dayMs, true],
  // A clock that ran ahead and was set back must not stop them for months.
  ["week", now + 90 * dayMs, true],
] as const)("every %s, last at %d: due %s", (every, lastAt, due) => {
  expect(scheduledBackupDue(every, lastAt, now, zone)).toBe(due);
});

test("a file is named after its day where the person is", () => {
  expect(backupFileName(Date.parse("2026-11-23T23:30:00Z"), zone)).toBe("milepost-2026-11-24.json");
});

test("of the dated files of this browser the newest stay, and no other file is ever named", () => {
  const others = [
    "milepost-2026-11-24-1a2b (1).json",
    "milepost-2020-01-01-1a2b.json.age",
    "milepost-2020-01-01.json",
    // Of another browser that has the same folder.
    "milepost-2020-01-01-9f9f.json",
    "notes.json",
    "milepost-x.json",
  ];
  const last = scheduledFileName(now, zone, "1a2b");
  expect(last).toBe("milepost-2026-11-24-1a2b.json");
  const dated = [last, "milepost-2025-12-31-1a2b.json", "milepost-2026-01-01-1a2b.json"];
  expect(outdatedBackups([...others, ...dated], last, 2)).toEqual(["milepost-2025-12-31-1a2b.json"]);
  expect(outdatedBackups([...others, ...dated], last, 3)).toEqual([]);
});

test("the file that was just written stays, also where the clock was set back", () => {
  const ahead = ["milepost-2031-01-01-1a2b.json", "milepost-2031-01-02-1a2b.json"];
  const last = "milepost-2026-11-24-1a2b.json";
  expect(outdatedBackups([last, ...ahead], last, 2)).toEqual(["milepost-2031-01-01-1a2b.json"]);
});
