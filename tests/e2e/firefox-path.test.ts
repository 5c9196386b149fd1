import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { type MeetServer, meetServer } from "@/tests/harness/meet-server.ts";
import { eventually } from "@/tests/harness/wait.ts";

/** The main path in Firefox, with its real popup and its real sidebar. */
const room = "https://meet.google.com/abc-defg-hij";
let meet: MeetServer;
let firefox: Firefox;

beforeAll(async () => {
  meet = await meetServer();
  firefox = await launchFirefox({ meet });
});

afterAll(async () => {
  await firefox?.close();
  await meet?.close();
});

const textOf = (page: FirefoxPage): Promise<string> => page.evaluate(() => document.body.innerText);

async function says(page: FirefoxPage, words: string): Promise<void> {
  await eventually(async () => (await textOf(page)).includes(words), { what: `"${words}"` });
}

async function fill(page: FirefoxPage, name: string, value: string): Promise<void> {
  await page.click({ role: "textbox", name });
  await page.type(value);
}

/** Sets a date or time field as its own picker does. */
function choose(page: FirefoxPage, name: string, value: string): Promise<void> {
  return page.evaluate(
    (fieldName, chosen) => {
      const field = document.querySelector<HTMLInputElement>(`input[name="${fieldName}"]`);
      if (!field) throw new Error(`no field ${fieldName}`);
      field.value = chosen;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    value,
  );
}

/** Today by this machine's calendar, which Firefox shares. */
const today = (): string => Temporal.Now.plainDateISO().toString();

test("the first run, the popup, and what is due on the badge with the event page ended in between", async () => {
  const workspace = await firefox.openWorkspace("/welcome");
  await fill(workspace, "Your mentor’s name", "Elif Yıldız");
  await fill(workspace, "First goal", "Run good one-to-ones");
  await fill(workspace, "First milestone", "Hold the first three");
  await choose(workspace, "milestoneOn", today());
  await choose(workspace, "meetingOn", Temporal.Now.plainDateISO().add({ days: 1 }).toString());
  await choose(workspace, "meetingTime", "15:00");
  await fill(workspace, "Link to the room", room);
  await firefox.background.kill();
  await workspace.click({ role: "button", name: "Open Milepost" });
  await workspace.waitFor(() => location.hash === "#/today", "the first page");
  // Setting out has called the event page, and the milestone is due today.
  await eventually(async () => (await firefox.badge()).text === "1", { what: "the badge" });
  expect((await firefox.badge()).title).toBe("Milepost: 1 thing due");
  expect((await firefox.alarms()).map((alarm) => alarm.name).toSorted()).toEqual(["heartbeat", "next"]);

  const popup = await firefox.openPopup();
  for (const words of ["Elif Yıldız", "Kickoff", "Hold the first three", "Run good one-to-ones"]) {
    await says(popup, words);
  }
  expect(await accessibilityProblems(popup)).toEqual([]);
  await popup.type("Half a thou");
  await firefox.closePopup();
  const again = await firefox.openPopup();
  await eventually(
    () =>
      again.evaluate(() => document.querySelector<HTMLInputElement>(".capture-in")?.value === "Half a thou"),
    { what: "the draft" },
  );
  await firefox.closePopup();
});

test("the sidebar holds the notes, and closing it in the middle of a word loses nothing", async () => {
  await firefox.openTab(room);
  const panel = await firefox.openPanel();
  await says(panel, "Kickoff");
  await panel.click({ role: "tab", name: "Notes" });
  await panel.click({ role: "textbox", name: "Meeting notes" });
  await panel.type("Listen first, then as");
  await panel.close();

  const reopened = await firefox.openPanel();
  await reopened.click({ role: "tab", name: "Notes" });
  await says(reopened, "Listen first, then as");
  expect(await accessibilityProblems(reopened)).toEqual([]);

  await reopened.click({ role: "textbox", name: "Capture" });
  await reopened.type("Write three questions");
  await reopened.press("Enter");
  await reopened.click({ role: "button", name: "End meeting" });
  await says(reopened, "Next steps");
  await firefox.background.kill();
  await reopened.click({ role: "button", name: "Finish, save 1 item" });
  await says(reopened, "Meeting wrapped up");
  await eventually(() => firefox.background.running(), { what: "the event page to be called" });
});

test("after a restart the event page starts, and the alarms that Firefox lost are there again", async () => {
  firefox = await firefox.relaunch();
  await eventually(
    async () =>
      (await firefox.alarms())
        .map((alarm) => alarm.name)
        .toSorted()
        .join() === "heartbeat,next",
    { what: "both alarms" },
  );
  await eventually(async () => (await firefox.badge()).text === "1", { what: "the badge" });
  const workspace = await firefox.openWorkspace("/actions");
  await says(workspace, "Write three questions");
});

test("a folder cannot be used in Firefox, and the page says what to take instead", async () => {
  const settings = await firefox.openWorkspace("/settings/sync");
  await says(settings, "This computer only");
  await settings.evaluate(() =>
    document.querySelector<HTMLInputElement>('[name="way"][value="folder"]')?.click(),
  );
  await says(settings, "This browser lets no extension use a folder");
  expect(await textOf(settings)).not.toContain("Test this storage");
  await settings.evaluate(() =>
    document.querySelector<HTMLInputElement>('[name="way"][value="s3"]')?.click(),
  );
  await says(settings, "Secret access key");
});
