import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/domain/civil-time.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { downloadsOf, type Downloads } from "@/tests/harness/downloads.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf } from "./on-the-page.ts";

/** The roadmap as picture, board and table, and roadmaps to start from, as a person meets them. */
let chromium: Chromium;
let page: Page;
let downloads: Downloads;
const complaints: string[] = [];

const guild = "sample-milestone-guild";
const mark = (id: string): string => `.ms[data-id="${id}"]`;

beforeAll(async () => {
  chromium = await launchChromium();
  downloads = await downloadsOf(chromium);
  page = await chromium.openWorkspace("/welcome?sample=1");
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.setViewport({ width: 1400, height: 900 });
  await page.waitForFunction(() => location.hash === "#/today");
});

afterAll(async () => {
  await chromium?.close();
  downloads?.remove();
});

async function press(...keys: Parameters<Page["keyboard"]["press"]>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

/** A row of the database, as it lies there. */
function rowOf(table: string, id: string): Promise<Record<string, unknown> | undefined> {
  return page.evaluate(
    (name, key) =>
      new Promise<Record<string, unknown> | undefined>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const get = open.result.transaction(name).objectStore(name).get(key);
          get.addEventListener("success", () => {
            open.result.close();
            resolve(get.result as Record<string, unknown> | undefined);
          });
        });
      }),
    table,
    id,
  );
}

function until<T>(what: string, ask: () => Promise<T>): Promise<T> {
  return eventually(ask, { what });
}

const inFocus = (): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.className ?? "",
  );
const focused = (words: string): Promise<unknown> =>
  until(`the focus on ${words}`, async () => (await inFocus()).includes(words));
const dueOn = async (id: string): Promise<string> => String((await rowOf("milestones", id))?.["dueOn"]);

test("a wide window opens with the picture, a narrow one with the goals, and each remembers its own", async () => {
  await goTo(page, "/roadmap");
  await page.waitForSelector(mark(guild));
  expect(await textOf(page)).toContain("past its date");
  await page.setViewport({ width: 500, height: 800 });
  await page.waitForSelector(named("button", "More for goal: Hand over admin work"));
  await page.locator(`::-p-text(Table)`).click();
  await page.waitForSelector(".rm-table");
  await goTo(page, "/today");
  await says(page, "Check-in 7");
  await goTo(page, "/roadmap");
  await page.waitForSelector(".rm-table");
  await page.setViewport({ width: 1400, height: 900 });
  await page.waitForSelector(mark(guild));
});

test("the picture says in words what it shows: its sums, each goal, each milestone with state and date", async () => {
  await goTo(page, "/roadmap?view=picture");
  await page.waitForSelector(mark(guild));
  const said = await page.evaluate(() => ({
    sum: document.querySelector(".rm")?.getAttribute("aria-label") ?? "",
    lanes: [...document.querySelectorAll(".rm-goal")].map((lane) => lane.getAttribute("aria-label")),
    guild: document.querySelector('[data-id="sample-milestone-guild"]')?.getAttribute("aria-label"),
    late: document.querySelector('[data-id="sample-milestone-feature"]')?.getAttribute("aria-label"),
    stops: document.querySelectorAll('.ms[tabindex="0"]').length,
    posts: [...document.querySelectorAll(".post")].filter((post) => post.getClientRects().length > 0).length,
  }));
  expect(said.sum).toContain("4 goals, 11 of 20 milestones reached, 1 past its date");
  expect(said.lanes[0]).toBe("Design an integration end to end: 3 of 6 milestones reached");
  expect(said.guild).toMatch(/^Present the order-sync design at the guild, next, /);
  expect(said.late).toMatch(/^Merge a feature with tests, 4 days past its date, /);
  expect(said.stops).toBe(1);
  expect(said.posts).toBe(1);
});

test("by keyboard: along a lane, between lanes, to today, chosen, and moved by days as one act", async () => {
  await page.focus(mark(guild));
  await press("ArrowRight");
  await focused("Work in the guild’s comments");
  await press("Home");
  await focused("Map our 14 integrations");
  await press("End");
  await focused("Lead the returns design");
  await press("ArrowDown");
  await focused("Own a service for a sprint");
  await press("ArrowUp");
  await press("t");
  await focused("Present the order-sync design at the guild");
  await press("ArrowRight");
  await press("Enter");
  await until("the bar to speak of the comments", () =>
    page.$eval(".rm-pick", (bar) => bar.textContent?.includes("Work in the guild’s comments") ?? false),
  );
  await press("ArrowLeft");
  await focused("Present the order-sync design at the guild");

  const before = await dueOn(guild);
  for (let day = 0; day < 10; day += 1) await press("Alt", "ArrowRight");
  await until("ten days more", async () => (await dueOn(guild)) === addDays(before, 10));
  await focused("Present the order-sync design at the guild");
  await press("Alt", "ArrowLeft");
  await until("a day less", async () => (await dueOn(guild)) === addDays(before, 9));
  await says(page, "Moved to");
  await press("Control", "z");
  await until("the first date again", async () => (await dueOn(guild)) === before);
});

test("zooming by key and wheel keeps the milestone in sight, and the ranges bring it all back", async () => {
  await page.focus(mark(guild));
  const width = (): Promise<number> => page.$eval(".rm", (picture) => picture.scrollWidth);
  const before = await width();
  await press("+");
  await until("the picture to be wider", async () => (await width()) > before * 1.2);
  expect(await inView(guild)).toBe(true);
  await until("the milestone to have the focus", () =>
    page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, mark(guild)),
  );
  await press("-");
  await until("the picture as it was", async () => Math.abs((await width()) / before - 1) < 0.03);
  const box = await (await page.$(mark(guild)))?.boundingBox();
  await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 4);
  await page.keyboard.down("Control");
  await page.mouse.wheel({ deltaY: -120 });
  await page.keyboard.up("Control");
  await until("the picture to be wider", async () => (await width()) > before * 1.2);
  expect(await inView(guild)).toBe(true);
  await page.locator("::-p-text(All)").click();
  await until("all of it", async () => (await width()) <= 1_400);
  await page.locator("::-p-text(Half year)").click();
  await until("half a year", async () => Math.abs((await width()) / before - 1) < 0.03);
});

async function inView(id: string): Promise<boolean> {
  return page.evaluate((key) => {
    const box = document.querySelector(`[data-id="${key}"]`)?.getBoundingClientRect();
    return box !== undefined && box.left > 0 && box.right < innerWidth;
  }, id);
}

test("a milestone is dragged to another day, Escape leaves it where it was, and undo takes it back", async () => {
  await goTo(page, "/roadmap?view=picture");
  await page.waitForSelector(mark(guild));
  const before = await dueOn(guild);
  const drag = async (by: number, key?: "Escape"): Promise<string> => {
    const box = await (await page.$(mark(guild)))?.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 14, (box?.y ?? 0) + 14];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 5 });
    const said = await page.$eval(".rm-drag", (label) => label.textContent ?? "");
    if (key) await press(key);
    await page.mouse.up();
    return said;
  };
  expect(await drag(60, "Escape")).toMatch(/\d/);
  expect(await dueOn(guild)).toBe(before);
  expect(await drag(60)).toMatch(/\d/);
  const moved = await until("another date", async () => {
    const now = await dueOn(guild);
    return now > before && now;
  });
  expect(moved > addDays(before, 5)).toBe(true);
  await says(page, "Moved to");
  await page.locator(named("button", "Undo")).click();
  await until("the date it had", async () => (await dueOn(guild)) === before);
});

test("the bar marks as reached, moves the date by a form, and puts on the agenda once", async () => {
  await goTo(page, "/today");
  await goTo(page, "/roadmap?view=picture");
  await page.waitForSelector(mark(guild));
  await page.locator(named("button", "Move date")).click();
  const on = addDays(await dueOn(guild), 3);
  await page.waitForSelector(".rm-pick input[type=date]:focus");
  await page.$eval(
    ".rm-pick input[type=date]",
    (field, value) => {
      field.value = value;
    },
    on,
  );
  await press("Enter");
  await until("the new date", async () => (await dueOn(guild)) === on);
  await says(page, "moved 2 times, first from");
  await page.locator(named("button", "Discuss next time")).click();
  await says(page, "On the next agenda");
  await page.locator(named("button", "Mark as reached")).click();
  await until("it to be reached", async () => (await rowOf("milestones", guild))?.["status"] === "reached");
  await page.locator(named("button", "Undo")).click();
  await until("it to be open", async () => (await rowOf("milestones", guild))?.["status"] === "open");
});

test("on the board a card is moved to the phase beside it by keyboard and by its menu, and the day is taken down", async () => {
  await goTo(page, "/roadmap?view=board");
  const columns = await until("four columns", async () => {
    const names = await page.$$eval(".column", (all) => all.map((each) => each.getAttribute("aria-label")));
    return names.length === 4 && names;
  });
  expect(columns).toEqual(["Discovery: 4", "Practice: 7", "Feedback: 5", "Mastery: 4"]);
  await page.focus(`[data-card="${guild}"] .words`);
  await press("Alt", "ArrowRight");
  await until("it to be in mastery", async () => (await rowOf("milestones", guild))?.["phase"] === "mastery");
  const row = await rowOf("milestones", guild);
  const today = await page.evaluate(() => Temporal.Now.plainDateISO().toString());
  expect(row?.["phaseOn"]).toBe(today);
  await until("the focus to go with it", () =>
    page.evaluate(
      () => document.activeElement?.closest(".column")?.getAttribute("aria-label") === "Mastery: 5",
    ),
  );
  await page
    .locator(named("button", "Move to another phase: Present the order-sync design at the guild"))
    .click();
  await page.locator(named("menuitem", "To Feedback")).click();
  await until(
    "it to be in feedback",
    async () => (await rowOf("milestones", guild))?.["phase"] === "feedback",
  );
  expect(await page.$eval("[data-card]", (card) => (card as HTMLElement).draggable)).toBe(true);
});

test("the table has every milestone, is sorted by its columns, and does what the picture does", async () => {
  await goTo(page, "/roadmap?view=table");
  await until("twenty rows", async () => (await page.$$(".rm-table tbody tr")).length === 20);
  await page.locator("th button ::-p-text(Date)").click();
  expect(await page.$eval("th:nth-child(4)", (head) => head.getAttribute("aria-sort"))).toBe("ascending");
  const first = await page.$eval(".rm-table tbody th", (head) => head.textContent);
  expect(first).toBe("Finish the language course");
  await page.locator("th button ::-p-text(Date)").click();
  expect(await page.$eval(".rm-table tbody th", (head) => head.textContent)).toBe("Chair one review");
  await page.locator(named("button", "Actions for Chair one review")).click();
  await page.locator(named("menuitem", "Mark as reached")).click();
  await until(
    "it to be reached",
    async () => (await rowOf("milestones", "sample-milestone-chair"))?.["status"] === "reached",
  );
  await page.locator(named("button", "Undo")).click();
});

test("the picture is saved as SVG and as PNG", async () => {
  await page.locator(named("button", "Save as picture")).click();
  await page.locator(named("menuitem", "SVG, for any size")).click();
  const svg = readFileSync(await downloads.next(), "utf8");
  expect(svg).toMatch(/^<svg xmlns/);
  expect(svg).toContain("Merge a feature with tests");
  await page.locator(named("button", "Save as picture")).click();
  await page.locator(named("menuitem", "PNG, 1,600 px wide")).click();
  const png = readFileSync(await downloads.next());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1_600);
});

test("the agreed plan is drawn behind the present one, and said in words; without one there is no switch", async () => {
  await goTo(page, "/roadmap?view=picture");
  await page.waitForSelector(mark(guild));
  await putAgreement(await dueOn(guild));
  await goTo(page, "/today");
  await goTo(page, "/roadmap?view=picture");
  await page.waitForSelector(".plan-switch");
  await page.locator(".plan-switch input").click();
  await says(page, "7 days later");
  await says(page, "Gone since: dropped, was");
  expect(await page.$$(".ghosts .pt")).toHaveLength(2);
  expect(await page.$eval(".ghosts .moved", (leg) => leg.getAttribute("d"))).toMatch(
    /^M[\d.]+ 0L[\d.]+ 100$/,
  );
});

/** An agreed version whose plan had the milestone a week earlier, and one more that is gone. */
async function putAgreement(now: string): Promise<void> {
  const goalId = "sample-goal-integration";
  const plan = {
    goals: [],
    metrics: [],
    milestones: [
      { id: guild, goalId, title: "Guild", dueOn: addDays(now, -7), status: "open" },
      { id: "gone", goalId, title: "Gone since", dueOn: now, status: "open" },
    ],
  };
  const row = {
    id: "sample-agreement-test",
    author: "me",
    space: "personal",
    visibility: "private",
    createdAt: 1,
    mentorshipId: "sample-mentorship",
    version: 999,
    status: "agreed",
    agreedAt: Date.now() - 80 * 86_400_000,
    baseline: JSON.stringify(plan),
  };
  await page.evaluate(
    (agreement) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const transaction = open.result.transaction("agreements", "readwrite");
          transaction.objectStore("agreements").put(agreement);
          transaction.addEventListener("complete", () => {
            open.result.close();
            resolve();
          });
        });
      }),
    row,
  );
}

test("from the gallery a template becomes dated milestones by keyboard alone, and one undo takes them back", async () => {
  await goTo(page, "/templates");
  await page.waitForSelector(".template");
  expect((await page.$$(".template")).length).toBeGreaterThanOrEqual(8);
  await page.focus(".template:nth-child(2) .goal-head");
  await press("Enter");
  await page.focus(".template.open .preview .btn.primary");
  await press("Enter");
  await page.waitForSelector(".template.open input[type=date]:focus");
  await press("Enter");
  await until("the roadmap", () => page.evaluate(() => location.hash === "#/roadmap"));
  await says(page, "Move to the new role");
  // The outcome and the mix are part of the picture.
  await says(page, "To show: A transfer to the team of the new role");
  await says(page, "3 technical goals");
  expect(await page.$$eval(".rm-goal", (lanes) => lanes.length)).toBe(5);
  await page.locator(named("button", "Undo")).click();
  await until("four goals again", async () => (await page.$$(".rm-goal")).length === 4);
});

test("the present roadmap is saved as a template, handed on in a file, and one that is none is refused", async () => {
  await goTo(page, "/templates");
  await page.locator(named("button", "Save the present roadmap")).click();
  await page.locator(named("textbox", "Name")).fill("From admin to architect");
  await page.locator(named("button", "Save as template")).click();
  await page.locator(named("button", "Actions for From admin to architect")).click();
  await page.locator(named("menuitem", "Save as a file")).click();
  const path = await downloads.next();
  expect(path).toContain("milepost-template-from-admin-to-architect");
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
    format: "milepost-template",
    schemaVersion: 1,
    name: "From admin to architect",
  });
  const field = await page.waitForSelector<"input">("input[type=file]" as "input");
  await field?.uploadFile(path);
  await until("two of them", async () => (await textOf(page)).split("From admin to architect").length > 2);
  await field?.uploadFile(new URL("../fixtures/meeting-urls.tsv", import.meta.url).pathname);
  await says(page, "That file is not a template of Milepost");
});

test("the first page offers an example, and sets out with it", async () => {
  await goTo(page, "/welcome");
  await page.locator(named("textbox", "Your mentor’s name")).fill("Ines Duarte");
  await page.locator(named("button", "Start from an example")).click();
  await until("the examples", async () => (await page.$$('select[name="example"] option')).length >= 9);
  await page.select('select[name="example"]', "first-job");
  await page.locator(named("button", "Start this mentorship")).click();
  await until("today", () => page.evaluate(() => location.hash === "#/today"));
  await goTo(page, "/roadmap?view=table");
  await until("five steps", async () => (await page.$$(".rm-table tbody tr")).length === 5);
  await says(page, "Get my first job in the new field");
});

test("an empty roadmap says what it is, and leads to the examples", async () => {
  await goTo(page, "/welcome");
  await page.locator(named("textbox", "Your mentor’s name")).fill("Noor Haddad");
  await page.locator(named("button", "Start this mentorship")).click();
  await until("today", () => page.evaluate(() => location.hash === "#/today"));
  await goTo(page, "/roadmap?view=picture");
  await says(page, "Nothing on the map yet");
  await page.locator(named("link", "Start from an example")).click();
  await says(page, "First job in a new field");
});

test("nothing of all this threw an error", () => {
  expect(complaints).toEqual([]);
});
