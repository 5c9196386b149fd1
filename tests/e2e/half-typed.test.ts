import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { named, sampleWorkspace, typeOver, valueOf } from "./on-the-page.ts";

/** The page closes while somebody is in the middle of a word: whichever form it stands in, the word is there again. */
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  page = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

/** Screens with forms that open in their place, and how many buttons that open one are looked for at the least. */
const screens: readonly (readonly [path: string, least: number])[] = [
  ["/roadmap?view=goals", 4],
  ["/goals/sample-goal-integration", 5],
  ["/prepare", 6],
  ["/people", 1],
  ["/expectations", 4],
  ["/resources", 4],
  ["/journal", 2],
  ["/actions", 1],
  ["/stages/cultivation", 2],
  ["/agreement", 1],
  ["/templates", 1],
];
const word = "half a wor";
/** What a form takes the place of; a menu is none. */
const openersAre = "main button[data-return]:not([aria-haspopup])";

for (const [path, least] of screens) {
  test(`no word is lost in the forms of ${path}`, async () => {
    await open(path);
    const typed: [opener: string, field: string][] = [];
    for (const opener of await openersOf()) {
      const field = await typeInto(opener);
      if (field) typed.push([opener, field]);
    }
    await open(path);
    for (const [opener, field] of typed) {
      await press(opener);
      await eventually(async () => (await formWith(field))?.includes(word), {
        what: `${opener}: ${field}`,
      }).catch(tellWhatIsKept);
      await leave();
    }
    expect(typed.length, typed.join()).toBeGreaterThanOrEqual(least);
  });
}

test("what came back can be given up: with Start over in the form, with Cancel together with it", async () => {
  await open("/expectations");
  const [opener = ""] = await openersOf();
  await typeInto(opener);
  await open("/expectations");
  await press(opener);
  await page.locator(named("button", "Start over")).click();
  await eventually(async () => !(await formWith("about"))?.includes(word), {
    what: "the field to be as it was",
  });
  await page.locator(named("textbox", "About")).fill("Something else");
  await page.locator(named("button", "Cancel")).click();
  await open("/expectations");
  await press(opener);
  await page.waitForSelector("main .inline-form");
  // It would have come back with the first frames.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await formWith("about")).not.toContain("Something else");
});

test("the form of a meeting keeps its title and its day, and not its link, until it is given up", async () => {
  const openForm = async (): Promise<void> => {
    const next = await chromium.openWorkspace("/meetings");
    await page.close();
    page = next;
    await page.locator(named("button", "Plan a meeting")).click();
    await page.waitForSelector(".meeting-form [data-title]");
  };
  const title = async (): Promise<string> => valueOf(await page.$(".meeting-form [data-title]"));
  await openForm();
  await typeOver(page, ".meeting-form [data-title]", "Half a tit");
  await typeOver(page, ".meeting-form [type=url]", "https://zoom.us/j/1234567890?pwd=secret");
  await openForm();
  await eventually(async () => (await title()) === "Half a tit", { what: "the title to be back" });
  expect(await valueOf(await page.$(".meeting-form [type=url]"))).not.toContain("secret");
  await page.locator(named("button", "Cancel")).click();
  await openForm();
  // It would have come back with the first frames.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await title()).not.toBe("Half a tit");
});

/** A new page, as after a crash of the old one. */
async function open(path: string): Promise<void> {
  // Each key is a write of its own. In a burst of them, faster than hands, the last may wait for the ones before.
  await delay(300);
  const next = await chromium.openWorkspace(path);
  await page.close();
  page = next;
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.waitForSelector(openersAre);
}

/** The names of the buttons that a form takes the place of. */
function openersOf(): Promise<string[]> {
  return page.$$eval(openersAre, (all) => [
    ...new Set(all.map((each) => each.ariaLabel ?? each.textContent ?? "")),
  ]);
}

async function press(opener: string): Promise<void> {
  await page.$$eval(
    openersAre,
    (all, name) => all.find((each) => (each.ariaLabel ?? each.textContent) === name)?.click(),
    opener,
  );
}

/** Opens a form, types into its first field for words, and leaves it; the name of that field, or none without one. */
async function typeInto(opener: string): Promise<string | null> {
  await press(opener);
  const opened = await page
    // The form has the focus when it is ready; what is typed before would be selected and typed over.
    .waitForFunction(() => document.activeElement?.closest("main .inline-form"), { timeout: 2_000 })
    .catch(() => null);
  if (!opened) return null;
  const name = await page.evaluate(() => {
    const words = "input[type=text], input:not([type]), textarea";
    const form = document.activeElement?.closest(".inline-form");
    const fields = form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(words) ?? [];
    const first = [...fields].find((each) => each.name !== "" && each.checkVisibility());
    first?.focus();
    return first?.name ?? null;
  });
  if (name) {
    await page.keyboard.type(word);
    await eventually(async () => (await formWith(name))?.includes(word), {
      what: `what was typed: ${opener}`,
    });
  }
  await leave();
  return name;
}

/**
 * Escape. While the form still stands it has the focus, and would be taken for the next; and the focus goes back to the
 * button with a later frame, away from whatever was opened meanwhile.
 */
async function leave(): Promise<void> {
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.activeElement?.closest("main .inline-form"));
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 100)));
}

/** Whether it was not kept, or was kept and did not come back. */
async function tellWhatIsKept(error: unknown): Promise<never> {
  const { drafts } = await wholeDatabase(await chromium.control());
  const forms = await page.$$eval(".inline-form", (all) =>
    all.map((form) => [form.ariaLabel, ...new FormData(form as HTMLFormElement).entries()]),
  );
  console.warn("What is kept, and what the forms hold:", JSON.stringify({ drafts, forms }));
  throw error;
}

/** What stands in a field of the form that has the focus. */
function formWith(field: string): Promise<string | undefined> {
  return page.evaluate(
    (name) =>
      document.activeElement?.closest(".inline-form")?.querySelector<HTMLInputElement>(`[name="${name}"]`)
        ?.value,
    field,
  );
}
