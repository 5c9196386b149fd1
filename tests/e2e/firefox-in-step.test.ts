import { afterAll, beforeAll, expect, test } from "vitest";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { inconsistenciesOf, wholeDatabase } from "@/tests/harness/whole-database.ts";

/** The popup, the sidebar, a tab and the event page of Firefox on one database: what is done in one is seen in the others. */
let firefox: Firefox;
let tab: FirefoxPage;
let sidebar: FirefoxPage;

beforeAll(async () => {
  firefox = await launchFirefox();
  tab = await firefox.openWorkspace("/welcome?sample=1");
  await eventually(() => tab.evaluate(() => location.hash === "#/today"), { what: "the sample" });
  sidebar = await firefox.openPanel();
});

afterAll(() => firefox?.close());

const both = (): readonly FirefoxPage[] => [tab, sidebar];

async function goTo(path: string): Promise<void> {
  for (const page of both()) {
    await page.evaluate((to) => {
      location.hash = to;
    }, path);
  }
}

async function says(page: FirefoxPage, words: string): Promise<void> {
  await eventually(async () => (await page.evaluate(() => document.body.innerText)).includes(words), {
    what: `"${words}"`,
    timeoutMs: 20_000,
  });
}

const badge = async (): Promise<number> => Number((await firefox.badge()).text);

async function badgeSays(count: number): Promise<void> {
  await eventually(async () => (await badge()) === count, {
    what: `the badge to say ${count}`,
    timeoutMs: 20_000,
  });
}

/** The popup shows the three that are longest overdue. */
const longAgo = "2020-01-06";

/** Promises something, by the form of the actions; it is due at once. */
async function promise(page: FirefoxPage, words: string): Promise<void> {
  await eventually(() => page.evaluate(() => document.querySelector("form.compose") !== null), {
    what: "the form",
  });
  await page.evaluate(
    (title, day) => {
      const form = document.querySelector<HTMLFormElement>("form.compose");
      const put = (field: HTMLInputElement | null | undefined, value: string): void => {
        if (!field) throw new Error("There is no such field.");
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      };
      put(form?.querySelector<HTMLInputElement>('input[aria-label="What was promised"]'), title);
      put(form?.querySelector<HTMLInputElement>('input[type="date"]'), day);
      form?.requestSubmit();
    },
    words,
    longAgo,
  );
}

/** Types into the notes with real keys, and waits until both editors show it. */
async function write(page: FirefoxPage, words: string): Promise<void> {
  await page.click({ role: "textbox", name: "Meeting notes" });
  await page.type(words);
  await eventually(
    async () => {
      const shown = await Promise.all(
        both().map((each) => each.evaluate(() => document.querySelector(".cm-content")?.textContent ?? "")),
      );
      if (!shown.every((each) => each.includes(words.trim()))) throw new Error(shown.join(" | "));
      return true;
    },
    { what: `both to show "${words}"`, timeoutMs: 20_000 },
  );
}

test("a note that is open in the tab and in the sidebar stays one note", async () => {
  await goTo("/meetings/sample-meeting-check-in-7?at=notes");
  for (const page of both()) {
    await eventually(
      () => page.evaluate(() => document.querySelector('.cm-content[contenteditable="true"]') !== null),
      { what: "the editor" },
    );
  }
  await write(tab, "Typed in the tab. ");
  await write(sidebar, "Typed in the sidebar. ");
  const all = await eventually(
    async () => {
      const read = await wholeDatabase(await firefox.control());
      const text = (read["notes"] ?? []).map((row) => String(row["text"])).join("\n");
      // The click put the cursor somewhere into the line that was there.
      const without = text.replace("Typed in the sidebar. ", "");
      return without !== text && without.includes("Typed in the tab.") ? read : undefined;
    },
    { what: "both to be stored", timeoutMs: 20_000 },
  );
  expect(inconsistenciesOf(all)).toEqual([]);
});

test("tab, sidebar and popup see what each of them does, and so does the badge", async () => {
  await goTo("/actions");
  await eventually(async () => (await badge()) > 0, { what: "the badge" });
  const due = await badge();
  await promise(tab, "From the tab");
  for (const page of both()) await says(page, "From the tab");
  await badgeSays(due + 1);
  await promise(sidebar, "From the sidebar");
  for (const page of both()) await says(page, "From the sidebar");
  await badgeSays(due + 2);

  const popup = await firefox.openPopup();
  for (const words of ["From the tab", "From the sidebar"]) await says(popup, words);
  await popup.click({ role: "checkbox", name: "From the sidebar" });
  for (const page of both()) {
    await eventually(
      () =>
        page.evaluate(
          () =>
            document.querySelector('button.words:not(.done-text)[aria-label="Edit: From the sidebar"]') ===
            null,
        ),
      { what: "it to be done", timeoutMs: 20_000 },
    );
  }
  await badgeSays(due + 1);
  await firefox.closePopup();
});

test("while the event page is ended the others go on, and the next edit wakes it", async () => {
  const due = await badge();
  await firefox.background.kill();
  await promise(sidebar, "While the event page was ended");
  for (const page of both()) await says(page, "While the event page was ended");
  await badgeSays(due + 1);
  expect(await firefox.background.running()).toBe(true);
});
