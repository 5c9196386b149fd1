import type { KeyInput, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** Writing notes with the keyboard alone: the menu behind `/`, names behind `@`, and what is pasted. */
let chromium: Chromium;
let page: Page;
const notes = named("textbox", "Meeting notes");

beforeAll(async () => {
  chromium = await launchChromium();
  page = await sampleWorkspace(chromium);
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await page.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
});

afterAll(() => chromium?.close());

beforeEach(async () => {
  await page.focus(notes);
  await chord("a");
  await page.keyboard.press("Delete");
  await shows("");
});

async function chord(key: KeyInput, ...held: KeyInput[]): Promise<void> {
  const all: KeyInput[] = ["Control", ...held];
  for (const each of all) await page.keyboard.down(each);
  await page.keyboard.press(key);
  for (const each of all.toReversed()) await page.keyboard.up(each);
}

/** What is stored, signs and all; on the page the signs of a marked line are hidden. */
async function written(): Promise<string> {
  const { notes: rows = [] } = await wholeDatabase(await chromium.control());
  const text = rows.find((row) => row["meetingId"] === "sample-meeting-check-in-7")?.["text"];
  return typeof text === "string" ? text : "";
}

async function shows(text: string): Promise<void> {
  await expect.poll(written, { timeout: 10_000 }).toBe(text);
}

/** Pastes as a browser does. */
const paste = (data: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(all)) transfer.setData(type, text);
    document
      .querySelector(".cm-content")
      ?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
  }, data);

/** What the open menu offers, and which of it is chosen. */
async function menu(...first: string[]): Promise<string[]> {
  return eventually(
    async () => {
      const items = await page.$$eval(".note-menu li .cm-completionLabel", (all) =>
        all.map((each) => each.textContent ?? ""),
      );
      return first.every((item, at) => items[at] === item) && items.length > 0 ? items : undefined;
    },
    { what: `the menu to begin with ${first.join()}` },
  );
}

const chosen = async (item: string): Promise<void> => {
  await eventually(
    () =>
      page.evaluate(
        (name) => document.querySelector(".note-menu li[aria-selected]")?.textContent?.includes(name),
        item,
      ),
    { what: `${item} to be chosen` },
  );
  // A key within this time of its opening is not meant for a menu.
  await new Promise((resolve) => setTimeout(resolve, 150));
};

test("an address pasted over words becomes their link, and undo gives the words back", async () => {
  await page.keyboard.type("See the guide");
  await chord("ArrowLeft", "Shift");
  await chord("ArrowLeft", "Shift");
  await paste({ "text/plain": " https://example.org/a_(b)?x=1 " });
  await shows("See [the guide](https://example.org/a_%28b%29?x=1)");
  await page.keyboard.type(" soon");
  await shows("See [the guide](https://example.org/a_%28b%29?x=1) soon");
  await chord("z");
  await chord("z");
  await shows("See the guide");

  // Over an address it takes its place, without words it stands for itself, and other words are no address.
  await chord("a");
  await page.keyboard.type("https://example.org/old");
  await chord("a");
  await paste({ "text/plain": "https://example.org/new" });
  await shows("https://example.org/new");
  await page.keyboard.type(" ");
  await paste({ "text/plain": "https://example.org/2" });
  await shows("https://example.org/new https://example.org/2");
  await chord("a");
  await paste({ "text/plain": "javascript:alert(1)" });
  await shows("javascript:alert(1)");
});

test("names behind @ are offered to the keyboard, and each line says whose it is", async () => {
  await page.keyboard.type("! Book a room @");
  expect(await menu()).toEqual(["@me", "@Amara", "@both"]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await chosen("@me");
  await page.keyboard.press("ArrowDown");
  await chosen("@Amara");
  await page.keyboard.press("Enter");
  await shows("! Book a room @Amara ");
  await page.keyboard.type("by 2026-12-18");
  await page.keyboard.press("Enter");

  await page.keyboard.type("! Compare notes @bo");
  await menu("@both");
  await chosen("@both");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  // Somebody else, oneself by name, and an address, which is nobody.
  await page.keyboard.type("! Invite us @Jonas");
  await page.keyboard.press("Enter");
  await page.keyboard.type("! Tidy the wiki @Carla");
  await page.keyboard.press("Enter");
  await page.keyboard.type("! Write to carla@example.org");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.$$eval(".cap-words", (all) => all.map((each) => each.textContent)))
    .toEqual([expect.stringMatching(/^Amara, .*Dec/), "both", "Jonas", "me"]);

  await goTo(page, "/meetings/sample-meeting-check-in-7?at=wrap-up");
  await page.waitForSelector(named("checkbox", "Keep: Invite us (Jonas)"));
  for (const owner of [
    "Owner of Book a room: Amara",
    "Owner of Compare notes: Both",
    "Owner of Tidy the wiki: Me",
  ]) {
    await page.waitForSelector(`::-p-aria([name="${owner}"])`);
  }
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await page.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
});

test("the menu behind / is opened, searched, walked, taken and left by keys alone", async () => {
  await page.keyboard.type("We go north /");
  const items = await menu("Action", "Question", "Decision");
  expect(items).toContain("Obstacle");
  expect(await page.$eval(".cm-content", (each) => each.getAttribute("aria-activedescendant"))).toBeTruthy();
  await chosen("Action");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await chosen("Decision");
  await page.keyboard.press("Enter");
  await shows("=> We go north ");
  await page.keyboard.press("Enter");

  await page.keyboard.type("No access yet /obst");
  await menu("Obstacle");
  await chosen("Obstacle");
  await page.keyboard.press("Tab");
  // Tab is no key of the menu: it leaves, and what was written stays.
  await shows("=> We go north \nNo access yet /obst");
  await page.focus(notes);
  await chord("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("t");
  await menu("Obstacle");
  await chosen("Obstacle");
  await page.keyboard.press("Enter");
  await shows("=> We go north \nobstacle: No access yet ");
  await page.waitForSelector(".cap-line.k-obstacle");

  // Escape leaves the menu and what was typed; within a word or an address there is none.
  await page.keyboard.press("Enter");
  await page.keyboard.type("/que");
  await menu("Question");
  await page.keyboard.press("Escape");
  await eventually(async () => (await page.$(".note-menu")) === null, { what: "the menu to go" });
  await page.keyboard.type(" and/or https://example.org/wi");
  await eventually(async () => (await written()).endsWith("/wi"), { what: "the words" });
  expect(await page.$(".note-menu")).toBeNull();
  await shows("=> We go north \nobstacle: No access yet \n/que and/or https://example.org/wi");
});

test.each([
  [
    "a nested list",
    "<ul><li>one<ul><li>deep <b>down</b></li></ul></li><li>two</li></ul>",
    "- one\n  - deep **down**\n- two",
  ],
  ["a numbered list", '<ol start="3"><li>three</li><li>four</li></ol>', "3. three\n4. four"],
  [
    "a list of a word processor",
    '<b style="font-weight:normal"><ul><li><p>one</p></li><ul><li><p>deep</p></li></ul></ul></b>',
    "- one\n  - deep",
  ],
  [
    "a link among words, and nothing that runs",
    '<p>See <a href="https://example.org/">this</a> <a href="javascript:alert(1)">or that</a><img src=x onerror="document.title=1"><script>document.title=1</script></p>',
    "See [this](https://example.org/) or that",
  ],
])("%s is pasted as Markdown", async (_, html, expected) => {
  await paste({ "text/html": html, "text/plain": "not this" });
  await shows(expected);
  expect(await page.title()).not.toBe("1");
});

test("a line of a list goes on with Enter, goes in with Tab and out with Shift+Tab", async () => {
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("deep");
  await page.keyboard.press("Enter");
  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  await page.keyboard.type("two");
  await shows("- one\n  - deep\n- two");
});

test("of pictures, several are kept in their order, a table's words win, and one that is no picture is told", async () => {
  const pasteFiles = (plain: string, ...sides: number[]): Promise<void> =>
    page.evaluate(
      async (text, widths) => {
        const data = new DataTransfer();
        for (const width of widths) {
          const canvas = new OffscreenCanvas(width || 1, 20);
          canvas.getContext("2d")?.fillRect(0, 0, width, 20);
          const bytes = width ? await canvas.convertToBlob() : new Blob(["no picture"]);
          data.items.add(new File([bytes], `${width}.png`, { type: "image/png" }));
        }
        if (text) data.setData("text/plain", text);
        document
          .querySelector(".cm-content")
          ?.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
          );
      },
      plain,
      sides,
    );
  await pasteFiles("", 40, 80);
  await page.waitForFunction(() => document.querySelectorAll(".note-picture img").length === 2);
  expect(await page.$$eval(".note-picture img", (all) => all.map((each) => each.width))).toEqual([40, 80]);
  const two = await eventually(async () => (await written()) || undefined, { what: "them to be stored" });
  expect(two).toMatch(/^!\[Picture\]\(picture:[\w-]+\)\n!\[Picture\]\(picture:[\w-]+\)\n$/);

  await pasteFiles("", 0);
  await says(page, "This is no picture that your browser can read");
  expect(await written()).toBe(two);
  await pasteFiles("a\tb", 40);
  await shows(`${two}a\tb`);
  expect(await textOf(page)).not.toContain("Not saved.");
});
