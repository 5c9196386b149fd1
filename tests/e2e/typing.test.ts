import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editBetween } from "@/lib/domain/text-edit.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { seededChance } from "@/tests/harness/random.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { named, sampleWorkspace } from "./on-the-page.ts";

/**
 * A note of 50,000 words in the real side panel: thousands of keys at random places, while the panel is closed and opened
 * again in the middle of it. What is stored in the end is what was typed, to the letter.
 */
let chromium: Chromium;
let page: Page;
let closings = 0;
const meetingId = "sample-meeting-check-in-7";
const notes = named("textbox", "Meeting notes");
/** `MILEPOST_KEYS=10000 npm run vitest -- run --project=e2e typing` presses as many. */
const keys = Number(process.env["MILEPOST_KEYS"] ?? 1_000);
/** A line of ten words, found by its number. Its last word but one is what is typed into. */
const lineOf = (number: number): string =>
  `Line ${String(number).padStart(4, "0")} holds what was said about the matter itself`;
const lineCount = 5_000;
const typeable = [..."abcdefghijklmnopqrstuvwxyzäéß .,0123456789日👍"];

beforeAll(async () => {
  chromium = await launchChromium();
  await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

test(`none of ${keys} keys is lost or doubled`, { timeout: 1_200_000 }, async () => {
  const chance = seededChance(50_000);
  const truth = Array.from({ length: lineCount }, (_, number) => lineOf(number));
  await openNotes();
  await page.focus(notes);
  await chord("Control", "a");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document
      .querySelector(".cm-content")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, truth.join("\n"));
  await eventually(async () => (await stored()) === truth.join("\n"), {
    what: "the long note to be saved",
    timeoutMs: 60_000,
  });

  closings = 0;
  for (let done = 0; done < keys;) {
    const spot = await goToSomeLine(chance.nat(1_000) / 1_000, chance.nat(1_000) / 1_000);
    const line = truth[spot.line] ?? "";
    expect(spot.text, `line ${spot.line} as it is shown, ${await whereIs(line, spot.text)}`).toBe(line);
    const before = Array.from(line.slice(0, spot.at));
    const least = before.length;
    // As fast as the browser takes them: it is not waited for between the keys of a stretch.
    const sent: Promise<void>[] = [];
    for (let burst = 1 + chance.nat(16); burst > 0 && done < keys; burst -= 1, done += 1) {
      if (before.length > least && chance.oneIn(8)) {
        before.pop();
        await Promise.all(sent.splice(0));
        await page.keyboard.press("Backspace");
      } else {
        const sign = chance.pick(typeable);
        before.push(sign);
        sent.push(page.keyboard.sendCharacter(sign));
      }
    }
    await Promise.all(sent);
    truth[spot.line] = before.join("") + line.slice(spot.at);
    if (!chance.oneIn(20)) continue;
    closings += 1;
    await page.close();
    await openNotes();
  }
  await page.close();
  expect(closings).toBeGreaterThan(keys / 250);
  await openNotes();
  const differs = await eventually(
    async () => {
      const lines = (await stored())?.split("\n") ?? [];
      const found = truth.flatMap((line, at) => (lines[at] === line ? [] : [`${line} | ${lines[at] ?? ""}`]));
      return found.length === 0 && lines.length === truth.length ? "nothing" : undefined;
    },
    { what: "all that was typed to be stored", timeoutMs: 20_000 },
  ).catch(async () => {
    const lines = (await stored())?.split("\n") ?? [];
    const found = truth.flatMap((line, at) => (lines[at] === line ? [] : [`${line} | ${lines[at] ?? ""}`]));
    return [`${lines.length} lines`, ...found.slice(0, 5)].join("\n");
  });
  expect(differs).toBe("nothing");
});

async function openNotes(): Promise<void> {
  page = await chromium.openPanel();
  await page.evaluate((id) => {
    location.hash = `/meetings/${id}?at=notes`;
  }, meetingId);
  await page.waitForSelector(notes);
  // The editor is there before its text is.
  await page.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
}

async function chord(held: "Control", key: "a"): Promise<void> {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

/**
 * Scrolls to some part of the note and puts the caret into a line that is drawn there, behind its number.
 * @param part of the note, from 0 up to 1
 * @param along the line, from 0 up to 1
 */
async function goToSomeLine(
  part: number,
  along: number,
): Promise<{ line: number; at: number; text: string }> {
  return eventually(
    () =>
      page.evaluate(
        async (how, where) => {
          const scroller = document.querySelector(".cm-scroller");
          if (!scroller) return undefined;
          let whole: Element | null = scroller;
          // Whichever of the boxes around the text is the one that scrolls.
          while (whole && whole.scrollHeight <= whole.clientHeight + 1) whole = whole.parentElement;
          if (whole) whole.scrollTop = how * (whole.scrollHeight - whole.clientHeight);
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          const lines = [...document.querySelectorAll<HTMLElement>(".cm-line")].filter(
            (each) => each.firstChild instanceof Text && /^Line \d{4} /.test(each.textContent ?? ""),
          );
          const line = lines[Math.floor(lines.length / 2)];
          const text = line?.firstChild;
          if (!line || !(text instanceof Text)) return undefined;
          const least = "Line 0000 ".length;
          let at = least + Math.floor(where * (text.data.length - least));
          // Not between the two halves of an emoji.
          if (/[\uDC00-\uDFFF]/.test(text.data[at] ?? "")) at -= 1;
          document.querySelector<HTMLElement>(".cm-content")?.focus({ preventScroll: true });
          const heard = new Promise((done) => {
            document.addEventListener("selectionchange", done, { once: true });
            // There is no such event where the caret stands there already.
            setTimeout(done, 100);
          });
          getSelection()?.collapse(text, at);
          await heard;
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          // Drawn anew meanwhile, the editor may have put the caret back to where it was.
          const caret = getSelection();
          if (caret?.anchorNode !== text || caret.anchorOffset !== at) return undefined;
          return { line: Number(text.data.slice(5, 9)), at, text: line.textContent ?? "" };
        },
        part,
        along,
      ),
    { what: "a line to type into" },
  );
}

/** Of a line that is not as it was typed: what became of the words that are missing, a while later. */
async function whereIs(typed: string, shown: string): Promise<string> {
  const edit = editBetween(shown, typed);
  if (!edit) return "as typed";
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const text = (await stored()) ?? "";
  const rows = text.split("\n");
  const found = rows.flatMap((row, at) => (row.includes(edit.insert) ? [`${at}: ${row}`] : []));
  return `${closings} closings; stored: ${found.slice(0, 5).join(" | ") || "nowhere"}`;
}

async function stored(): Promise<string | undefined> {
  const { notes: rows = [] } = await wholeDatabase(await chromium.control());
  return rows.find((row) => row["meetingId"] === meetingId && !row["deletedAt"])?.["text"] as
    | string
    | undefined;
}
