import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { reminderKinds } from "@/lib/domain/reminder-kinds.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { inconsistenciesOf, wholeDatabase } from "@/tests/harness/whole-database.ts";
import { goTo, named, sampleWorkspace, says, typeOver } from "./on-the-page.ts";
import { ownRow, putRows, remindingBuild, shownNotices, wakeBackground } from "./reminding.ts";

/** In the pages and the worker that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

/**
 * The popup, the side panel, the workspace in two windows and the background worker on one database: what is done in
 * one is seen in all the others, without anybody reading anew.
 */
const clock = forgeClock();
let build: TemporaryFolder;
let chromium: Chromium;
let one: Page;
let two: Page;
let panel: Page;
const today = "2026-12-07";
/** The popup shows the three that are longest overdue. */
const longAgo = "2025-01-06";
const everywhere = (): readonly Page[] => [one, two, panel];

beforeAll(async () => {
  build = remindingBuild();
  // Monday 7 December 2026, 10:00 in Berlin.
  await clock.jumpTo(Date.parse(`${today}T09:00:00Z`));
  chromium = await launchChromium({ extension: build.path, clock, timeZone: "Europe/Berlin" });
  const control = await chromium.control();
  // Only what a person asked for: of the sample, much comes due in that moment.
  await control.evaluate(
    (off) => {
      const rules = Object.fromEntries(off.map((kind) => [kind, { on: false, leads: [0] }]));
      return chrome.storage.local.set({ "settings.reminders": { kinds: rules } });
    },
    reminderKinds.filter((kind) => kind !== "own"),
  );
  one = await sampleWorkspace(chromium);
  two = await otherWindow("/today");
  panel = await chromium.openPanel(await windowOf(one));
});

afterAll(async () => {
  await chromium?.close();
  build?.remove();
  clock.remove();
});

/** The workspace in a window of its own. */
async function otherWindow(route: string): Promise<Page> {
  const url = chromium.url(`sidepanel.html#${route}`);
  const before = new Set(chromium.browser.targets());
  await (await chromium.control()).evaluate((address) => void chrome.windows.create({ url: address }), url);
  const target = await chromium.browser.waitForTarget((each) => !before.has(each) && each.url() === url);
  const page = await target.asPage();
  await page.waitForSelector("#app *");
  return page;
}

async function allGoTo(path: string): Promise<void> {
  for (const page of everywhere()) await goTo(page, path);
}

/** All say it, or none does any more. */
async function allSay(words: string, still = true, pages = everywhere()): Promise<void> {
  for (const [index, page] of pages.entries()) {
    await eventually(
      async () =>
        (await page.evaluate(() => document.querySelector("#main")?.textContent ?? "")).includes(words) ===
        still,
      { what: `page ${index + 1} ${still ? "to say" : "no more to say"} "${words}"`, timeoutMs: 20_000 },
    );
  }
}

async function badgeSays(text: string): Promise<void> {
  await eventually(async () => (await chromium.badge()).text === text, {
    what: `the badge to say ${text}`,
    timeoutMs: 20_000,
  });
}

const badge = async (): Promise<number> => Number((await chromium.badge()).text);

/** Promises something, by the form of the actions; it is due at once. */
async function promise(page: Page, words: string): Promise<void> {
  const title = 'form.compose input[aria-label="What was promised"]';
  await typeOver(page, title, words);
  await page.$eval(
    'form.compose input[type="date"]',
    (field, day) => {
      field.value = day;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    longAgo,
  );
  await page.focus(title);
  await page.keyboard.press("Enter");
}

const waiting = (words: string): string =>
  `button.words:not(.done-text)[aria-label=${JSON.stringify(`Edit: ${words}`)}]`;

const windowOf = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => (await chrome.windows.getCurrent()).id);

test("what is added in either window or in the panel is in all of them, in the popup and on the badge", async () => {
  expect(await windowOf(panel)).toBe(await windowOf(one));
  expect(await windowOf(two)).not.toBe(await windowOf(one));
  await allGoTo("/actions");
  for (const page of everywhere()) await page.waitForSelector("form.compose");
  await eventually(async () => (await badge()) > 0, { what: "the badge" });
  let due = await badge();
  for (const [page, words] of [
    [one, "From the first window"],
    [two, "From the second window"],
    [panel, "From the panel"],
  ] as const) {
    await promise(page, words);
    await allSay(words);
    due += 1;
    await badgeSays(String(due));
  }
  const popup = await chromium.openPopup(one);
  for (const words of ["From the first window", "From the second window", "From the panel"])
    await says(popup, words);
});

test("what is done in the popup is done in the windows, the panel and on the badge; and the popup follows them", async () => {
  const popup = await chromium.openPopup(one);
  const due = await badge();
  await popup.locator(named("checkbox", "From the panel")).click();
  for (const page of everywhere()) await page.waitForSelector(waiting("From the panel"), { hidden: true });
  await badgeSays(String(due - 1));

  await popup.focus(named("textbox", "Quick capture"));
  await popup.keyboard.type("A thought in the popup");
  await popup.keyboard.press("Enter");
  await allGoTo("/journal");
  await allSay("A thought in the popup");

  // By a script, since a real click elsewhere closes it.
  await allGoTo("/actions");
  await two.waitForSelector(waiting("From the first window"));
  await two.$eval('input[aria-label="From the first window"]', (each) => (each as HTMLElement).click());
  await eventually(async () => (await popup.$(named("checkbox", "From the first window"))) === null, {
    what: "it to go from the popup",
    timeoutMs: 20_000,
  });
  await badgeSays(String(due - 2));
  await chromium.closePopup();
});

test("what the background does is seen everywhere, also by a worker that was not running", async () => {
  await allGoTo("/reminders");
  await putRows(await chromium.control(), "reminders", [
    ownRow("fern", today, "09:30", { text: "Water the fern" }),
  ]);
  await wakeBackground(chromium);
  const notice = await eventually(
    async () => (await shownNotices(chromium)).find((id) => id.includes("fern")),
    { what: "the notice" },
  );
  await allGoTo("/today");
  await allGoTo("/reminders");
  await allSay("Water the fern");
  const due = await badge();

  await chromium.worker.kill();
  // What the browser does when somebody presses "Done" on the notification.
  await chromium.worker.evaluate(async (id) => {
    const clicks = chrome.notifications.onButtonClicked as unknown as {
      hasListeners: () => boolean;
      dispatch: (id: string, button: number) => void;
    };
    // The worker may be asked before its own script has run.
    while (!clicks.hasListeners()) await new Promise((resolve) => setTimeout(resolve, 10));
    clicks.dispatch(id, 0);
  }, notice);
  await allSay("Water the fern", false);
  await badgeSays(String(due - 1));
});

test("while the worker is stopped the pages see each other; the next edit wakes it, and the badge is right again", async () => {
  await allGoTo("/actions");
  await two.waitForSelector("form.compose");
  const due = await badge();
  await chromium.worker.kill();
  await promise(two, "While the worker was stopped");
  await allSay("While the worker was stopped");
  await badgeSays(String(due + 1));
  expect(await chromium.worker.running()).toBe(true);

  // In the middle of its work.
  for (const words of ["Cut off once", "Cut off twice", "Cut off three times"]) {
    await promise(panel, words);
    await chromium.worker.interrupt();
    await allSay(words);
  }
  await promise(one, "And on it goes");
  await allSay("And on it goes");
  await badgeSays(String(due + 5));
});

const form = 'form.inline-form input[name="title"]';

async function openForm(page: Page, words: string): Promise<void> {
  await page.waitForSelector(waiting(words));
  await page.$eval(waiting(words), (each) => (each as HTMLElement).click());
  await page.waitForSelector(form);
}

async function save(page: Page, field: string): Promise<void> {
  await page.focus(field);
  await page.keyboard.press("Enter");
}

test("two windows edit different fields of one promise at once: both stand", async () => {
  const words = "From the second window";
  await openForm(one, words);
  await openForm(two, words);
  const day = 'form.inline-form input[name="dueOn"]';
  await two.$eval(day, (field) => {
    field.value = "2026-12-24";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await typeOver(one, form, "With another title");
  await save(one, form);
  await allSay("With another title", true, [one, panel]);
  // The form in the other window is still open, with what was chosen in it.
  expect(await two.$eval(day, (field) => field.value)).toBe("2026-12-24");
  await save(two, day);
  await allSay("With another title");
  const row = await eventually(
    async () =>
      (await wholeDatabase(await chromium.control()))["commitments"]?.find(
        (each) => each["dueOn"] === "2026-12-24",
      ),
    { what: "the day to be stored" },
  );
  expect(row["title"]).toBe("With another title");
});

test("two windows edit one field at once: the later one stands everywhere, and the other is in the history, to be taken back", async () => {
  const words = "With another title";
  await openForm(one, words);
  await openForm(two, words);
  await typeOver(two, form, "As the second window has it");
  await typeOver(one, form, "As the first window has it");
  await save(one, form);
  await allSay("As the first window has it", true, [one, panel]);
  expect(await two.$eval(form, (field) => field.value)).toBe("As the second window has it");
  await save(two, form);
  await allSay("As the second window has it");
  const all = await wholeDatabase(await chromium.control());
  const id = all["commitments"]?.find((row) => row["title"] === "As the second window has it")?.["id"];
  await goTo(panel, `/history/commitments/${encodeURIComponent(String(id))}`);
  await says(panel, "As the first window has it");
});

const notes = named("textbox", "Meeting notes");
const meeting = "sample-meeting-check-in-7";
const shownIn = (page: Page): Promise<string> =>
  page.$$eval(".cm-line", (lines) =>
    lines
      .map((line) => line.textContent)
      .join("\n")
      .trimEnd(),
  );

test("a note that is open in all windows stays one note while each types a line of its own", async () => {
  await allGoTo(`/meetings/${meeting}?at=notes`);
  for (const page of everywhere())
    await page.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
  const lines = ["Typed in the first", "Typed in the second", "Typed in the panel"];
  for (const [index, page] of everywhere().entries()) {
    await page.focus(notes);
    await page.keyboard.down("Control");
    await page.keyboard.press("End");
    await page.keyboard.up("Control");
    await page.keyboard.press("Enter");
    await page.keyboard.type(lines[index] ?? "");
    for (const other of everywhere())
      await eventually(async () => (await shownIn(other)).includes(lines[index] ?? ""), {
        what: `"${lines[index]}" in every editor`,
        timeoutMs: 20_000,
      });
  }
  const stored = await eventually(
    async () => {
      const { notes: rows = [] } = await wholeDatabase(await chromium.control());
      const text = String(rows.find((row) => row["meetingId"] === meeting)?.["text"]).trimEnd();
      const shown = await Promise.all(everywhere().map(shownIn));
      const bare = (of: string): string => of.split("\n").filter(Boolean).join("\n");
      return shown.every((each) => bare(each) === bare(text)) ? text : undefined;
    },
    { what: "every editor to show what is stored", timeoutMs: 20_000 },
  );
  for (const line of lines) expect(stored.split(line)).toHaveLength(2);
});

test("after all this rows, log and counts add up", async () => {
  const problems = inconsistenciesOf(await wholeDatabase(await chromium.control()));
  // The reminder was put there past the app.
  expect(problems.filter((each) => !each.includes("reminders"))).toEqual([]);
});
