import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { builtExtension, temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, sampleWorkspace, says } from "./on-the-page.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

/**
 * Notifications with the permission given. The browser would ask for it in a dialog, so this build has it from the
 * start; that the dialog appears and can be answered is tested with the harness.
 */
const clock = forgeClock();
const folder = temporaryFolder("notices");
let chromium: Chromium;

beforeAll(async () => {
  cpSync(builtExtension("chrome"), folder.path, { recursive: true });
  const file = join(folder.path, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as {
    permissions: string[];
    optional_permissions?: string[];
  };
  manifest.permissions.push("notifications");
  delete manifest.optional_permissions;
  writeFileSync(file, JSON.stringify(manifest));
  // Monday 7 December 2026, 10:00 in Berlin: what is due today was due an hour ago.
  await clock.jumpTo(Date.parse("2026-12-07T09:00:00Z"));
  chromium = await launchChromium({ extension: folder.path, clock, timeZone: "Europe/Berlin" });
});

afterAll(async () => {
  await chromium?.close();
  clock.remove();
  folder.remove();
});

const shown = async (): Promise<string[]> =>
  (await chromium.control()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));

const wake = async (): Promise<unknown> =>
  (await chromium.control()).evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));

test("each due thing is one notification, however often the background is killed and called", async () => {
  // Of the sample only what is due on its day, so that no more than three come at once.
  const kinds = ["meetingSoon", "prepare", "wrapUp", "cadenceGap", "agreementReview", "expectationsReview"];
  const others = [
    "reciprocityReview",
    "goalReview",
    "exitReview",
    "finalMeeting",
    "keepInTouch",
    "backupOverdue",
  ];
  await (
    await chromium.control()
  ).evaluate(
    (off) => {
      const rules = Object.fromEntries(off.map((kind) => [kind, { on: false, leads: [0] }]));
      return chrome.storage.local.set({ "settings.reminders": { kinds: rules } });
    },
    [...kinds, ...others],
  );
  const workspace = await sampleWorkspace(chromium);
  await says(workspace, "Ask Jonas");
  await eventually(async () => (await shown()).length === 3, { what: "three notifications" });
  const ids = (await shown()).toSorted();
  for (const id of ids) expect(id).toMatch(/^rem:sample-[a-z-]+:due-\d{4}-\d{2}-\d{2}$/);
  await (await chromium.control()).evaluate((id) => chrome.notifications.clear(id), ids.at(-1) ?? "");
  for (let round = 0; round < 3; round += 1) {
    await chromium.worker.kill();
    expect(await wake()).toEqual({ ok: true });
  }
  // What was read and closed does not come back; what was not stays.
  expect((await shown()).toSorted()).toEqual(ids.slice(0, -1));

  await workspace.locator(named("checkbox", "Ask Jonas for two hours of shadowing")).click();
  await eventually(async () => !(await shown()).some((id) => id.includes("jonas")), {
    what: "the notification of what is done to go",
  });
  await eventually(async () => (await chromium.badge()).text === "2", { what: "the badge to say 2" });
});

test("a message that is none of ours changes nothing and gets an answer", async () => {
  const answers = await (
    await chromium.control()
  ).evaluate(() =>
    Promise.all(
      [null, 7, "changed", { kind: "delete" }, { kind: ["changed"] }].map((message) =>
        chrome.runtime.sendMessage(message),
      ),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: false, error: "invalid" })));
});
