import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf } from "./on-the-page.ts";

/** The agenda as hands arrange it before the call, tick it off during it and find it again in the next one. */
let chromium: Chromium;
let page: Page;
const complaints: string[] = [];

const retry = "Retry rules: who owns the dead letters?";
const feedback = "Feedback on the decision record";
const batch = "How to answer “why not batch?” in the guild";
const shadowing = "Shadowing with Jonas: what to look for";
const reviewDate = "Date for the milestone review";
const parts = ["Evidence", "Obstacles", "Priorities"] as const;
const asItWas = [retry, feedback, batch, shadowing, reviewDate, ...parts];

beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openWorkspace("/welcome?sample=1");
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.waitForFunction(() => location.hash === "#/today");
});

afterAll(() => chromium?.close());

async function goToBrief(): Promise<void> {
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=brief");
  await page.waitForSelector("ol.agenda .words");
}

/** Topics and heads of parts, from top to bottom. */
function agenda(): Promise<string[]> {
  return page.$$eval("ol.agenda > [data-line]", (lines) =>
    lines.map((line) => (line.querySelector(".words, h4")?.textContent ?? "").trim()),
  );
}

async function agendaIs(...lines: readonly string[]): Promise<void> {
  await expect.poll(agenda, { timeout: 10_000 }).toEqual(lines);
}

/** What stands small under a topic. */
async function underIs(title: string, words: string, there = true): Promise<void> {
  await eventually(
    async () => {
      const row = await page.$$eval(
        "ol.agenda > [data-line]",
        (lines, wanted) =>
          (lines as HTMLElement[]).find((line) => line.innerText.includes(wanted))?.innerText ?? "",
        title,
      );
      return row !== "" && row.includes(words) === there;
    },
    { what: `"${words}" ${there ? "under" : "not under"} "${title}"` },
  );
}

const click = (role: string, name: string): Promise<void> => page.locator(named(role, name)).click();

/** By keyboard alone: opens the menu of a topic and goes down to what is to be picked. */
async function pick(title: string, item: string): Promise<void> {
  await page.waitForSelector(named("button", `More for topic: ${title}`));
  await page.focus(named("button", `More for topic: ${title}`));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  for (let step = 0; step < 12; step += 1) {
    const at = await page.evaluate(() => document.activeElement?.textContent);
    if (at === item) return page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`The menu of "${title}" has no "${item}".`);
}

/** Until the keys go into the field of that name: a form gives it the focus once it is drawn. */
async function writesIn(name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted,
    {},
    name,
  );
}

async function altArrow(key: "ArrowUp" | "ArrowDown"): Promise<void> {
  await page.keyboard.down("Alt");
  await page.keyboard.press(key);
  await page.keyboard.up("Alt");
}

async function undoKey(): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
}

/** Undo as the toast offers it, once it speaks of this act. */
async function undoBy(said: string): Promise<void> {
  await page.waitForFunction(
    (words) => document.querySelector(".toast")?.textContent?.includes(words),
    {},
    said,
  );
  await page.locator(".toast button").click();
}

async function drag(title: string, to: (box: { x: number; y: number }) => number): Promise<void> {
  const grip = await page.waitForSelector(named("button", `Move topic: ${title}`));
  await grip?.scrollIntoView();
  const box = await grip?.boundingBox();
  if (!box) throw new Error("The grip is in sight.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, to({ x, y }), { steps: 8 });
  await page.waitForSelector("ol.agenda > .dragged");
  await page.mouse.up();
}

/** Half way down or up a line of the agenda, in the window. */
async function middleOf(words: string): Promise<number> {
  return page.$$eval(
    "ol.agenda > [data-line]",
    (lines, wanted) => {
      const line = lines.find((each) => each.textContent?.includes(wanted));
      const box = line?.getBoundingClientRect();
      return box ? box.top + box.height / 2 : 0;
    },
    words,
  );
}

test("a topic is moved by Alt and an arrow key or by its dot, over the head of a part and back", async () => {
  await goToBrief();
  await agendaIs(...asItWas);
  const words = named("button", `Edit topic: ${reviewDate}`);
  await page.focus(words);
  await altArrow("ArrowUp");
  await agendaIs(retry, feedback, batch, reviewDate, shadowing, ...parts);
  await says(page, "Now at place 4 of 5");
  await page.waitForFunction((title) => document.activeElement?.textContent?.includes(title), {}, reviewDate);
  await undoBy("Now at place 4 of 5");
  await agendaIs(...asItWas);

  await page.focus(named("button", `Move topic: ${reviewDate}`));
  await page.keyboard.press("ArrowDown");
  await agendaIs(retry, feedback, batch, shadowing, parts[0], reviewDate, parts[1], parts[2]);
  await says(page, `Now at place 5 of 5, in: ${parts[0]}`);
  await undoKey();
  await agendaIs(...asItWas);

  // At the top there is nothing to do, and nothing to take back.
  await page.focus(named("button", `Move topic: ${retry}`));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await agendaIs(feedback, retry, batch, shadowing, reviewDate, ...parts);
  await undoKey();
  await agendaIs(...asItWas);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("a topic is dragged to its place and into a part; both are taken back", async () => {
  await goToBrief();
  const onto = await middleOf(batch);
  await drag(retry, () => onto + 2);
  await agendaIs(feedback, batch, retry, shadowing, reviewDate, ...parts);
  await undoBy("Now at place 3 of 5");
  await agendaIs(...asItWas);

  const head = await middleOf(parts[2]);
  await drag(feedback, () => head + 4);
  await agendaIs(retry, batch, shadowing, reviewDate, ...parts, feedback);
  await undoKey();
  await agendaIs(...asItWas);
});

test("a topic is parked and brought back, by the toast, the key and its button", async () => {
  await goToBrief();
  await pick(batch, "Park it");
  await says(page, "Parking lot");
  await agendaIs(retry, feedback, shadowing, reviewDate, ...parts);
  await undoBy("Parked");
  await agendaIs(...asItWas);
  await pick(batch, "Park it");
  await agendaIs(retry, feedback, shadowing, reviewDate, ...parts);
  await undoKey();
  await agendaIs(...asItWas);
  await pick(batch, "Park it");
  await click("button", `Bring back: ${batch}`);
  await agendaIs(...asItWas);
  await undoBy("On the next agenda again");
  await agendaIs(retry, feedback, shadowing, reviewDate, ...parts);
  await click("button", `Bring back: ${batch}`);
  await agendaIs(...asItWas);
});

test("a topic is split in its place, and is one again", async () => {
  await goToBrief();
  await pick(retry, "Split into several");
  await writesIn("titles");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type("Retry rules\nWho owns the dead letters?");
  await click("button", "Split");
  const split = ["Retry rules", "Who owns the dead letters?", ...asItWas.slice(1)];
  await agendaIs(...split);
  await underIs("Who owns the dead letters?", "carried from");
  await undoBy("Topic split");
  await agendaIs(...asItWas);
});

test("what is sensitive, comes every time and was looked up is said under the topic, and taken back", async () => {
  await goToBrief();
  await pick(feedback, "Mark as sensitive");
  await underIs(feedback, "sensitive");
  await undoBy("Marked as sensitive");
  await underIs(feedback, "sensitive", false);
  await pick(feedback, "Mark as sensitive");
  await underIs(feedback, "sensitive");
  await undoKey();
  await underIs(feedback, "sensitive", false);

  await pick(feedback, "Have it at every meeting");
  await underIs(feedback, "at every meeting");
  await undoBy("At every meeting from now on");
  await underIs(feedback, "at every meeting", false);

  await says(page, "Without homework");
  await pick(retry, "Write down what you found out");
  await writesIn("homework");
  await page.keyboard.type("The platform team owns two of them");
  await click("button", "Save");
  await underIs(retry, "homework done");
  await underIs(retry, "The platform team owns two of them");
  await undoBy("Topic changed");
  await underIs(retry, "homework done", false);
});

test("a question of the bank is put on the agenda, and is not offered while it is there", async () => {
  await goToBrief();
  const offered = await page.$$eval(".bank + .list .main", (rows) =>
    rows.map((row) => row.textContent ?? ""),
  );
  const [first = ""] = offered;
  expect(first).not.toBe("");
  await click("button", `Add to agenda: ${first}`);
  await agendaIs(...asItWas.slice(0, 5), first, ...parts);
  await eventually(async () => (await page.$(named("button", `Add to agenda: ${first}`))) === null, {
    what: "the question not to be offered any more",
  });
  await undoBy("On the next agenda");
  await agendaIs(...asItWas);
  await page.waitForSelector(named("button", `Add to agenda: ${first}`));
});

test("a question that waits to be asked is put on the agenda and taken off again with one button", async () => {
  await goToBrief();
  const drawn = "What would you have drawn first?";
  await click("button", `Add to agenda: ${drawn}`);
  await agendaIs(...asItWas.slice(0, 5), drawn, ...parts);
  const off = named("button", `On the agenda: ${drawn}. Remove`);
  await page.waitForSelector(off);
  await page.focus(off);
  await page.keyboard.press("Enter");
  await agendaIs(...asItWas);
  await undoBy("Topic removed");
  await agendaIs(...asItWas.slice(0, 5), drawn, ...parts);
  await undoKey();
  await agendaIs(...asItWas);
  await page.waitForSelector(named("button", `Add to agenda: ${drawn}`));
});

test("the bank: 29 questions that ship, one's own, a file of them, each act taken back", async () => {
  await goTo(page, "/questions");
  await page.waitForFunction(() => document.querySelectorAll(".questions .list > li").length === 29);
  expect(await accessibilityProblems(page)).toEqual([]);
  await click("button", "Add a question");
  await writesIn("text");
  await page.keyboard.type("What would you have drawn first?");
  await page.focus('input[name="set"]');
  await page.keyboard.type("Design");
  await page.keyboard.press("Enter");
  await says(page, "What would you have drawn first?");
  await page.waitForSelector('section[aria-label="Design"]');
  await click("button", "Put on the agenda: What would you have drawn first?");
  await undoBy("On the next agenda");
  await page.waitForSelector(named("button", "Put on the agenda: What would you have drawn first?"));
  await undoKey();
  await page.waitForFunction(() => !document.querySelector('section[aria-label="Design"]'));

  await page.evaluate(() => {
    const questions = [
      { text: "What do you regret not asking?", set: "From Noor", tags: [], sensitive: true },
      { text: "Whom should I meet?", set: "From Noor", tags: ["network"], sensitive: false },
    ];
    const text = JSON.stringify({ format: "milepost-questions", schemaVersion: 1, questions });
    const files = new DataTransfer();
    files.items.add(new File([text], "questions.json", { type: "application/json" }));
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) return;
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForSelector('section[aria-label="From Noor"]');
  await says(page, "Whom should I meet?");
  await undoBy("2 questions");
  await page.waitForFunction(() => !document.querySelector('section[aria-label="From Noor"]'));
});

test("what is said steps aside for the field that is written in", async () => {
  await page.setViewport({ width: 360, height: 640 });
  await goToBrief();
  await pick(feedback, "Mark as sensitive");
  await page.waitForSelector(".toast:not(.above)");
  await pick(feedback, "Write down what you found out");
  await writesIn("homework");
  // As far down as the toast stands.
  await page.evaluate(() => {
    const field = document.querySelector<HTMLElement>('textarea[name="homework"]');
    const scroller = field?.closest("main");
    const far = (field?.getBoundingClientRect().bottom ?? 0) - (innerHeight - 80);
    scroller?.scrollBy(0, far);
    field?.focus();
  });
  await page.waitForSelector(".toast.above");
  const apart = await page.evaluate(() => {
    const [toast, field] = [document.querySelector(".toast"), document.activeElement].map((each) =>
      each?.getBoundingClientRect(),
    );
    return toast && field && (toast.bottom <= field.top || toast.top >= field.bottom);
  });
  expect(apart).toBe(true);
  await click("button", "Cancel");
  await page.waitForSelector(".toast:not(.above)");
  await undoBy("Marked as sensitive");
  await underIs(feedback, "sensitive", false);
  await page.setViewport({ width: 1280, height: 800 });
});

test("beside the notes topics are ticked off and opened again", async () => {
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  const box = named("checkbox", feedback);
  await page.waitForSelector(box);
  await page.focus(box);
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelector(".agenda-fold .meta")?.textContent === "1 of 5");
  await undoBy("Talked about");
  await page.waitForFunction(() => document.querySelector(".agenda-fold .meta")?.textContent === "0 of 5");
  await page.locator(box).click();
  await page.waitForFunction(() => document.querySelector(".agenda-fold .meta")?.textContent === "1 of 5");
});

test("what was not talked about is carried over to the next meeting, what was parked is told of", async () => {
  await goToBrief();
  await pick(shadowing, "Park it");
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await click("button", "End meeting");
  await page.waitForFunction(() => location.hash.includes("at=wrap-up"));
  await says(page, "Parked in this meeting");
  await says(page, "waits for the next meeting");
  await click("button", `Park: ${reviewDate}`);
  await undoBy("Parked");
  await page.waitForSelector(named("button", `Park: ${reviewDate}`));
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator(".finish .primary").click();
  await says(page, "carried over to Check-in 8");
  const text = await textOf(page);
  expect(text).toContain("Parked in this meeting");
  expect(text).toContain(shadowing);
  await page.evaluate(() => {
    [...document.querySelectorAll<HTMLAnchorElement>("main a")]
      .find((link) => link.textContent?.startsWith("carried over to"))
      ?.click();
  });
  await page.waitForFunction(() => !location.hash.includes("check-in-7"));
  await agendaIs(retry, batch, reviewDate, ...parts);
  await underIs(reviewDate, "carried from");
  await underIs(retry, "twice");
  await says(page, "Parking lot");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
