import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import {
  calendarHost,
  calendarServer,
  type CalendarServer,
  calendarText,
  type Entry,
  withCalendarPermission,
} from "@/tests/harness/calendar-server.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { downloadsOf } from "@/tests/harness/downloads.ts";
import { launchFirefox } from "@/tests/harness/firefox.ts";
import { temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** Meetings come in from a calendar: from a file, and from a real server of calendars that is followed. */
const ending: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

const zoom = "https://us05web.zoom.us/j/81234567890?pwd=Secret.1";
const inRoom = [`LOCATION:${zoom}`];
const entries: readonly Entry[] = [
  { uid: "talk", title: "Talk in the room", inDays: 30, lines: inRoom },
  { uid: "series", title: "Series in the room", inDays: 40, lines: [...inRoom, "RRULE:FREQ=WEEKLY;COUNT=3"] },
  { uid: "dinner", title: "Dinner with Amara", inDays: 33 },
  { uid: "dentist", title: "Dentist", inDays: 34 },
];

async function start(extension?: string, calendar?: CalendarServer): Promise<[Chromium, Page]> {
  const chromium = await launchChromium({
    ...(extension ? { extension } : {}),
    ...(calendar ? { meet: calendar.server } : {}),
  });
  ending.push(() => chromium.close());
  const page = await sampleWorkspace(chromium);
  await goTo(page, "/settings/meetings");
  return [chromium, page];
}

async function chooseFile(page: Page, text: string): Promise<void> {
  const folder = temporaryFolder("ics");
  const path = join(folder.path, "calendar.ics");
  writeFileSync(path, text);
  const input = await page.waitForSelector("input[type=file]");
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  // It is read from there for as long as the page likes.
  ending.push(folder.remove);
}

async function pick(page: Page, title: string, mentor: string): Promise<void> {
  const select = await page.waitForSelector(`select[aria-label="Belongs to: ${title}"]`);
  await select?.evaluate((element, name) => {
    const control = element;
    const option = [...control.options].find((each) => each.text.includes(name));
    control.value = option?.value ?? "";
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }, mentor);
}

interface Row {
  uid?: string;
  status: string;
  title: string;
  startsTime: string;
  deletedAt?: number | null;
  roomUrl: string | null;
}

/** The meetings that came from a calendar, as "TITLE STATUS", in order. */
async function taken(chromium: Chromium): Promise<string[]> {
  const rows = await (
    await chromium.control()
  ).evaluate(
    () =>
      new Promise<Row[]>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const all = open.result.transaction("meetings").objectStore("meetings").getAll();
          all.addEventListener("success", () => {
            open.result.close();
            resolve(all.result as Row[]);
          });
        });
      }),
  );
  return rows
    .filter(({ uid, deletedAt }) => uid && !deletedAt)
    .map(({ title, status }) => `${title}, ${status}`)
    .toSorted();
}

async function becomes(chromium: Chromium, expected: readonly string[]): Promise<void> {
  await eventually(async () => JSON.stringify(await taken(chromium)) === JSON.stringify(expected), {
    what: `the meetings to be ${expected.join("; ")}`,
  }).catch(async (error: unknown) => {
    expect(await taken(chromium)).toEqual(expected);
    throw error;
  });
}

test("a file is shown first, taken in as one act that can be undone, and followed when it is chosen again", async () => {
  const [chromium, page] = await start();
  await chooseFile(page, calendarText(entries));
  await says(page, "Series in the room");
  await says(page, "3 new · by its room");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await taken(chromium)).toEqual([]);
  // A title alone is proposed too, and can be left out; what tells of nobody waits apart.
  await says(page, "by its title");
  await pick(page, "Dinner with Amara", "Leave out");
  await says(page, "1 other entry");
  await page.locator(named("button", "Take in 4 meetings")).click();
  await says(page, "Taken in from the calendar");
  const four = [
    ...Array.from({ length: 3 }, () => "Series in the room, planned"),
    "Talk in the room, planned",
  ];
  await becomes(chromium, four);
  await page.locator(named("button", "Undo")).click();
  await becomes(chromium, []);
  await page.locator(named("button", "Do it again")).click();
  await becomes(chromium, four);

  const changed = calendarText([
    { uid: "talk", title: "Talk in the room", inDays: 31, lines: [...inRoom, "SEQUENCE:1"] },
    {
      uid: "series",
      title: "Series in the room",
      inDays: 40,
      lines: [...inRoom, "STATUS:CANCELLED", "SEQUENCE:1", "RRULE:FREQ=WEEKLY;COUNT=3"],
    },
    { uid: "dinner", title: "Dinner with Amara", inDays: 33 },
  ]);
  await chooseFile(page, changed);
  await says(page, "3 are off");
  await says(page, "1 changes");
  await page.locator(named("button", "Take in 4 meetings")).click();
  await becomes(chromium, [
    ...Array.from({ length: 3 }, () => "Series in the room, cancelled"),
    "Talk in the room, moved",
    "Talk in the room, planned",
  ]);
  await chooseFile(page, changed);
  await page.waitForSelector(named("button", "Nothing to take in"));

  // What has notes stays as it is, and is shown to differ.
  await goTo(page, "/meetings");
  await says(page, "Talk in the room");
  const link = await eventually(
    () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLAnchorElement>("main a")]
            .find((each) => each.textContent.includes("Talk in the room"))
            ?.getAttribute("href") ?? "",
      ),
    { what: "the meeting's link" },
  );
  await goTo(page, `${link.replace("#", "").replace(/\?.*/, "")}?at=notes`);
  await page.waitForSelector(".cm-content");
  await page.focus(".cm-content");
  await page.keyboard.type("Prepared for this.");
  await says(page, "Saved");
  await goTo(page, "/settings/meetings");
  await chooseFile(
    page,
    calendarText([{ uid: "talk", title: "Talk in the room", inDays: 35, lines: [...inRoom, "SEQUENCE:2"] }]),
  );
  await says(page, "1 differs and stays");
  await page.waitForSelector(named("button", "Nothing to take in"));
});

test("a file that is no calendar, broken or empty is refused with words that help", async () => {
  const [, page] = await start();
  for (const [text, words] of [
    ["<html>Sign in</html>", "That is not a calendar"],
    [calendarText(entries).slice(0, 300), "That calendar is not complete"],
    ["", "That file is empty"],
    [calendarText([{ uid: "old", title: "Old", inDays: -200 }]), "There is no meeting in that calendar"],
  ] as const) {
    await chooseFile(page, text);
    await says(page, words);
  }
});

test(
  "an address is followed: changes and cancellations come by themselves, and it stays a secret",
  { timeout: 90_000 },
  async () => {
    const calendar = await calendarServer();
    const extension = withCalendarPermission("chrome");
    ending.push(extension.remove, () => calendar.server.close());
    const [chromium, page] = await start(extension.path, calendar);
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    calendar.serveCalendar(calendarText(entries));

    const field = named("textbox", "Secret address of your calendar");
    await page.locator(field).fill("http://calendar.example.com/x.ics");
    await page.locator(named("button", "Follow this calendar")).click();
    await says(page, "The address of a calendar begins with");
    await page.locator(field).fill(calendar.address.replace("https:", "webcal:"));
    await page.locator(named("button", "Follow this calendar")).click();
    await says(page, "Nothing of it is among your meetings before you choose");
    expect(await taken(chromium)).toEqual([]);
    expect(await textOf(page)).not.toContain("private-0123456789abcdef");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator(named("button", "Choose what comes in")).click();
    await pick(page, "Dinner with Amara", "Leave out");
    await page.locator(named("button", "Take in 4 meetings")).click();
    const four = [
      ...Array.from({ length: 3 }, () => "Series in the room, planned"),
      "Talk in the room, planned",
    ];
    await becomes(chromium, four);
    await says(page, "4 meetings ahead");

    const menu = async (item: string): Promise<void> => {
      await page.locator(named("button", "More for calendar: Carla")).click();
      await page.locator(named("menuitem", item)).click();
    };
    const readAgain = async (): Promise<number> => {
      const before = calendar.seen.length;
      await menu("Read again");
      await eventually(() => calendar.seen.length > before, { what: "the server to be asked" });
      return before;
    };

    // Unchanged: the validators go along, and that is all.
    const before = await readAgain();
    expect(calendar.seen[before]?.headers["if-none-match"]).toBe('"edition-1"');
    expect(calendar.seen[before]?.headers.cookie).toBeUndefined();
    expect(calendar.seen[before]?.headers.referer).toBeUndefined();
    // Not due: a wake alone asks nobody.
    const asked = calendar.seen.length;
    await chromium.worker.kill();
    await chromium.worker.start();
    await goTo(page, "/today");
    await goTo(page, "/settings/meetings");
    await says(page, "4 meetings ahead");
    expect(calendar.seen.length).toBe(asked);

    // Changed: one moves, one date of the series is off, one entry is gone; a new one in the room comes in by itself.
    const day = (inDays: number): string =>
      Temporal.Now.plainDateISO("UTC").add({ days: inDays }).toString().replaceAll("-", "");
    calendar.serveCalendar(
      calendarText([
        { uid: "talk", title: "Talk in the room", inDays: 31, lines: inRoom },
        {
          uid: "series",
          title: "Series in the room",
          inDays: 40,
          lines: [...inRoom, "RRULE:FREQ=WEEKLY;COUNT=3", `EXDATE:${day(47)}T100000Z`],
        },
        { uid: "added", title: "Added in the room", inDays: 60, lines: inRoom },
        { uid: "lunch", title: "Lunch with Amara", inDays: 61 },
      ]),
    );
    await readAgain();
    const followed = [
      "Added in the room, planned",
      "Series in the room, cancelled",
      "Series in the room, planned",
      "Series in the room, planned",
      "Talk in the room, moved",
      "Talk in the room, planned",
    ];
    await becomes(chromium, followed);
    // A name in a title alone is asked about, not taken in.
    await says(page, "Some dates in it may be meetings of yours");
    // The undo key does not take back what nobody did here.
    await page.keyboard.down("Control");
    await page.keyboard.press("z");
    await page.keyboard.up("Control");
    await says(page, "Taken back: Taken in from a calendar");
    expect((await taken(chromium)).filter((each) => each.includes("Added"))).toHaveLength(1);
    await page.keyboard.down("Control");
    await page.keyboard.press("y");
    await page.keyboard.up("Control");
    await says(page, "Done again");

    // It is in no backup and no log, though the meetings are.
    await goTo(page, "/settings/data");
    const downloads = await downloadsOf(chromium);
    ending.push(downloads.remove);
    await page.locator(named("button", "Download backup")).click();
    const backup = readFileSync(await downloads.next(), "utf8");
    expect(backup).toContain("Talk in the room");
    expect(backup).not.toContain("private-0123456789abcdef");
    expect(backup).not.toContain("Secret.1");
    expect(logged.join("\n")).not.toContain("private-0123456789abcdef");

    // Stopped, nothing is asked any more and the meetings stay.
    await goTo(page, "/settings/meetings");
    await menu("Stop following");
    await says(page, "Not followed any more");
    await becomes(chromium, await taken(chromium));
    expect((await taken(chromium)).length).toBeGreaterThan(0);
    expect(await page.$(named("button", "More for calendar: Carla"))).toBeNull();
  },
);

test(
  "what a server can do wrong is said, with what to do, and nothing is lost by it",
  { timeout: 120_000 },
  async () => {
    const calendar = await calendarServer();
    const extension = withCalendarPermission("chrome");
    ending.push(extension.remove, () => calendar.server.close());
    const [chromium, page] = await start(extension.path, calendar);
    const answer = (status: number, headers: Record<string, string> = {}, body = "") =>
      calendar.serve((_, response) => {
        response.writeHead(status, headers);
        response.end(body);
      });
    answer(500);
    await page.locator(named("textbox", "Secret address of your calendar")).fill(calendar.address);
    await page.locator(named("button", "Follow this calendar")).click();
    await says(page, "has a problem of its own");
    const again = async (words: string, timeoutMs?: number): Promise<void> => {
      await page.locator(named("button", "Try again")).click();
      await eventually(async () => (await textOf(page)).includes(words), {
        what: `the page to say "${words}"`,
        ...(timeoutMs ? { timeoutMs } : {}),
      });
    };
    answer(404);
    await again("There is no calendar at this address");
    answer(403);
    await again("does not give the calendar out");
    answer(200, { "content-type": "text/html" }, "<!doctype html><title>Sign in</title>");
    await again("asks to sign in");
    answer(200, { "content-type": "text/plain" }, "hello");
    await again("is no calendar");
    answer(200, { "content-type": "text/calendar" }, calendarText(entries).slice(0, 400));
    await again("ended in the middle");
    answer(503, { "retry-after": "7200" });
    await again("asked to wait");
    const due = await dueAt(chromium);
    expect(due - Date.now()).toBeGreaterThan(7_000_000);
    // Nobody is asked over http, not even on the way.
    const asked = calendar.seen.length;
    answer(302, { location: `http://${calendarHost}/plain.ics` });
    await again("could not be reached");
    answer(302, { location: "https://other.example.com/elsewhere.ics" });
    await again("could not be reached");
    expect(calendar.seen.slice(asked).every(({ secure }) => secure)).toBe(true);
    calendar.serve((_, response) => {
      response.writeHead(200, { "content-type": "text/calendar" });
      const chunk = "x".repeat(1_000_000);
      const more = (): void => {
        if (!response.destroyed && response.write(chunk)) setImmediate(more);
        else response.once("drain", more);
      };
      more();
    });
    await again("larger than 20 MB");
    // Redirected within the site, and slow but not too slow.
    calendar.serve((request, response) => {
      if (request.url?.includes("moved")) {
        setTimeout(() => {
          response.writeHead(200, { "content-type": "text/calendar" });
          response.end(calendarText(entries));
        }, 1_500);
        return;
      }
      response.writeHead(301, { location: "/moved/basic.ics" });
      response.end();
    });
    await again("Nothing of it is among your meetings before you choose");
    // An answer that never comes.
    calendar.serve(() => undefined);
    await page.locator(named("button", "More for calendar: Carla")).click();
    await page.locator(named("menuitem", "Read again")).click();
    await eventually(async () => (await textOf(page)).includes("took too long to answer"), {
      what: "the patience to end",
      timeoutMs: 30_000,
    });
    expect(await taken(chromium)).toEqual([]);
  },
);

test("without the permission nothing is asked of anybody, and it says so", async () => {
  const calendar = await calendarServer();
  ending.push(() => calendar.server.close());
  const [chromium, page] = await start(undefined, calendar);
  // As if it had been taken back in the browser's settings.
  await (
    await chromium.control()
  ).evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const transaction = open.result.transaction("calendars", "readwrite");
          transaction.objectStore("calendars").put({
            id: "c",
            address,
            name: "Carla",
            addedAt: 0,
            readAt: 0,
            parsedAt: 0,
            dueAt: 0,
            failures: 0,
            problem: null,
            etag: "",
            lastModified: "",
            showAll: true,
            waiting: null,
            seen: {},
            differing: [],
          });
          transaction.addEventListener("complete", () => {
            open.result.close();
            resolve();
          });
        });
      }),
    calendar.address,
  );
  await chromium.worker.kill();
  await chromium.worker.start();
  await page.reload();
  await says(page, "has not been allowed to fetch");
  expect(await page.$(named("button", "Allow"))).not.toBeNull();
  expect(calendar.seen).toEqual([]);
  // Pages could not, even if they wanted to.
  expect(
    await page.evaluate(
      (address) =>
        fetch(address).then(
          () => "fetched",
          () => "refused",
        ),
      calendar.address,
    ),
  ).toBe("refused");
  expect(calendar.seen).toEqual([]);
  expect(
    await (await chromium.control()).evaluate(async () => (await chrome.permissions.getAll()).origins),
  ).toEqual([]);
});

test("in Firefox an address is read and followed all the same", { timeout: 120_000 }, async () => {
  const calendar = await calendarServer();
  const extension = withCalendarPermission("firefox");
  ending.push(extension.remove, () => calendar.server.close());
  calendar.serveCalendar(calendarText(entries));
  const firefox = await launchFirefox({ extension: extension.path, meet: calendar.server });
  ending.push(() => firefox.close());
  const page = await firefox.openWorkspace("/welcome?sample=1");
  await page.waitFor(() => location.hash === "#/today", "the first page");
  await page.evaluate(() => {
    location.hash = "/settings/meetings";
  });
  const pageSays = (words: string): Promise<unknown> =>
    eventually(async () => (await page.evaluate(() => document.body.innerText)).includes(words), {
      what: `"${words}"`,
    });
  await page.click({ role: "textbox", name: "Secret address of your calendar" });
  await page.type(calendar.address);
  await page.press("Enter");
  await pageSays("Nothing of it is among your meetings before you choose");
  await page.click({ role: "button", name: "Choose what comes in" });
  await page.click({ role: "button", name: "Take in 5 meetings" });
  await pageSays("5 meetings ahead");
  calendar.serve((_, response) => {
    response.writeHead(302, { location: `http://${calendarHost}/plain.ics` }).end();
  });
  await page.click({ role: "button", name: "More for calendar: Carla" });
  await page.click({ role: "menuitem", name: "Read again" });
  await pageSays("could not be reached");
  expect(calendar.seen.every(({ secure }) => secure)).toBe(true);
});

async function dueAt(chromium: Chromium): Promise<number> {
  return (await chromium.control()).evaluate(
    () =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const all = open.result.transaction("calendars").objectStore("calendars").getAll();
          all.addEventListener("success", () => {
            open.result.close();
            resolve((all.result as { dueAt: number }[])[0]?.dueAt ?? 0);
          });
        });
      }),
  );
}
