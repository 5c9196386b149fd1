import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { seededChance } from "@/tests/harness/random.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { inconsistenciesOf, type WholeDatabase, wholeDatabase } from "@/tests/harness/whole-database.ts";
import { editOnAndOn, type Hands, openLine, openNotes, pause, typeOnAndOn } from "./kill-points-edits.ts";
import { goTo, sampleWorkspace, textOf as pageText } from "./on-the-page.ts";
import { createTruth, loseableMs, sureOf, type Typing, typing } from "./kill-points-truth.ts";

/**
 * Whatever dies in the middle of editing (the background, the popup, the panel, the page, the whole browser), what a
 * surface has shown as saved is there afterwards, what was typed is there, and the database adds up.
 */
const seed = Number(process.env["MILEPOST_SEED"] ?? Math.floor(Math.random() * 1_000_000));
const kills = Number(process.env["MILEPOST_KILLS"] ?? 200);
const chance = seededChance(seed);
const truth = createTruth();
const meetingId = "sample-meeting-check-in-7";

let chromium: Chromium;
let workspace: Page;
/** What the notes and the popup's line held when they were last looked at. */
let note = "";
let line = "";

let wordsSaid = 0;
function words(): string {
  wordsSaid += 1;
  return `w${wordsSaid} ${chance.pick(["listen", "größer 😀", "مرحبا", "two words", "- [ ] x", "&amp;", "'); --"])}`;
}

async function openWorkspace(): Promise<void> {
  workspace = await chromium.openWorkspace("/today");
  await workspace.waitForSelector("h1");
}

beforeAll(async () => {
  console.warn(`MILEPOST_SEED=${seed}`);
  chromium = await launchChromium();
  workspace = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

interface Kill {
  kill: () => Promise<unknown>;
  /** What is edited outlives it, and goes on to its end. */
  survived?: boolean;
  /** It comes after at most this. */
  longestMs?: number;
}

/**
 * Does something until the kill, which comes at a random moment.
 * @returns when that was
 */
async function killDuring(
  page: Page,
  edit: (hands: Hands) => Promise<void>,
  { kill, survived = false, longestMs = 700 }: Kill,
): Promise<number> {
  const death = new AbortController();
  let killedAt = 0;
  const over = (): boolean => killedAt > 0;
  const editing = edit({ page, chance, truth, words, over, signal: death.signal }).catch((error: unknown) => {
    // What fails after the kill was cut off.
    if (!over() || survived) throw error;
  });
  await Promise.race([delay(40 + chance.nat(longestMs)), editing]);
  killedAt = Date.now();
  if (!survived) death.abort();
  await Promise.all([kill(), editing]);
  return killedAt;
}

/** The text of the first such row, empty without one. */
function textOf(all: WholeDatabase, table: string, field: string, value: string): string {
  const text = all[table]?.find((row) => row[field] === value)?.["text"];
  return typeof text === "string" ? text : "";
}

async function lookAt(what: "note" | "line"): Promise<string> {
  const all = await wholeDatabase(await chromium.control());
  return what === "note"
    ? textOf(all, "notes", "meetingId", meetingId)
    : textOf(all, "drafts", "id", "popup");
}

/** The text is what was typed, up to at least what had been by `until`. */
function expectTyped(text: string, typed: Typing, until: number): void {
  expect(typed.all.startsWith(text), `"${text}" to be the beginning of "${typed.all}"`).toBe(true);
  expect(text.length, `"${text}" to hold all of "${sureOf(typed, until)}"`).toBeGreaterThanOrEqual(
    sureOf(typed, until).length,
  );
}

/** Opens the notes again, which puts in what a closing window left behind, and looks. */
async function expectNote(typed: Typing, until = Infinity): Promise<void> {
  const page = await chromium.openTab(chromium.url(`sidepanel.html#/meetings/${meetingId}?at=notes`));
  await page.waitForSelector('[role=textbox][aria-label="Meeting notes"]');
  const control = await chromium.control();
  await eventually(async () => (await wholeDatabase(control))["lastWords"]?.length === 0, {
    what: "the last words to be put in",
  });
  note = await lookAt("note");
  await page.close();
  await workspace.bringToFront();
  expectTyped(note, typed, until);
}

/** One way to die in the middle of something. @returns when the browser was killed, if it was */
type Round = () => Promise<number | void>;

async function workerStopped(): Promise<void> {
  const kill = async (): Promise<void> => {
    await chromium.worker.start();
    await chromium.worker.interrupt();
  };
  await killDuring(workspace, editOnAndOn, { kill, survived: true });
}

const closePopup = { kill: () => chromium.closePopup() };

async function popupClosed(): Promise<void> {
  const popup = await chromium.openPopup(workspace);
  await openLine(popup, line);
  const typed = typing(line);
  await killDuring(popup, (hands) => typeOnAndOn(hands, typed), closePopup);
  line = await lookAt("line");
  expectTyped(line, typed, Infinity);
}

/** What stands in its line is added, and the popup may be gone before it says so. */
async function popupClosedWhileAdding(): Promise<void> {
  if (!line.trim()) return popupClosed();
  const popup = await chromium.openPopup(workspace);
  await openLine(popup, line);
  const add = async ({ signal }: Hands): Promise<void> => {
    const thing = { table: "entries" as const, now: null, next: null, draftedAt: 0 };
    await truth.change(thing, { words: line.trim(), fields: {} }, async () => {
      await pause();
      await popup.keyboard.press("Enter");
      await popup.waitForSelector(".toast", { signal });
    });
  };
  await killDuring(popup, add, { ...closePopup, longestMs: 60 });
  line = await lookAt("line");
}

async function panelClosed(): Promise<void> {
  await goTo(workspace, "/today");
  const panel = await chromium.openPanel();
  await openNotes(panel, meetingId);
  const typed = typing(note);
  await killDuring(panel, (hands) => typeOnAndOn(hands, typed), { kill: () => panel.close() });
  await expectNote(typed);
}

async function pageLeft(): Promise<void> {
  await openNotes(workspace, meetingId);
  const typed = typing(note);
  const kill = chance.pick<() => Promise<unknown>>([
    () => workspace.reload(),
    () => workspace.goto("about:blank"),
    () => workspace.goto(chromium.url("popup.html")),
    () => goTo(workspace, "/today"),
  ]);
  await killDuring(workspace, (hands) => typeOnAndOn(hands, typed), { kill });
  await workspace.goto(chromium.url("sidepanel.html#/today"));
  await expectNote(typed);
}

async function pageReloaded(): Promise<void> {
  await killDuring(workspace, editOnAndOn, { kill: () => workspace.reload() });
}

async function browserKilled(): Promise<number> {
  const what = chance.pick(["edits", "note", "line"] as const);
  const page = what === "line" ? await chromium.openPopup(workspace) : workspace;
  if (what === "line") await openLine(page, line);
  if (what === "note") await openNotes(page, meetingId);
  const typed = typing(what === "line" ? line : note);
  const edit = what === "edits" ? editOnAndOn : (hands: Hands) => typeOnAndOn(hands, typed);
  const kill = { kill: () => chromium.kill(), longestMs: what === "edits" ? 1_000 : 3_200 };
  const killedAt = await killDuring(page, edit, kill);
  chromium = await chromium.relaunch();
  await openWorkspace();
  await expectNote(what === "note" ? typed : typing(note), killedAt - loseableMs);
  line = await lookAt("line");
  if (what === "line") expectTyped(line, typed, killedAt - loseableMs);
  return killedAt;
}

/**
 * A driver that waits for an answer that never comes must not stop the test: the browser is killed then, as in any
 * other round, and what it had acknowledged must be there.
 */
async function withinReason(running: Promise<number | void>): Promise<number | void> {
  const outcome = await Promise.race([running.then((killedAt) => ({ killedAt })), delay(60_000)]);
  if (outcome) return outcome.killedAt;
  running.catch(() => undefined);
  const killedAt = Date.now();
  await chromium.kill();
  chromium = await chromium.relaunch();
  await openWorkspace();
  note = await lookAt("note");
  line = await lookAt("line");
  return killedAt;
}

const rounds: readonly (readonly [many: number, name: string, run: Round])[] = [
  [6, "the background stopped", workerStopped],
  [4, "the popup closed", popupClosed],
  [2, "the popup closed while adding", popupClosedWhileAdding],
  [6, "the panel closed", panelClosed],
  [6, "the page left", pageLeft],
  [6, "the page reloaded", pageReloaded],
  [5, "the browser killed", browserKilled],
];

test(
  `nothing is lost at ${kills} random moments`,
  async () => {
    const bag = rounds.flatMap(([many, name, run]) => Array.from({ length: many }, () => ({ name, run })));
    let left: typeof bag = [];
    for (let n = 1; n <= kills; n += 1) {
      if (left.length === 0) left = chance.shuffle(bag);
      const round = left.pop();
      if (!round) break;
      try {
        await workspace.bringToFront();
        const killedAt = await withinReason(round.run());
        const all = await wholeDatabase(await chromium.control());
        expect(truth.lost(all, killedAt ?? undefined)).toEqual([]);
        expect(inconsistenciesOf(all)).toEqual([]);
      } catch (error) {
        const shown = await pageText(workspace).catch(() => "nothing that can be read");
        const where = `Round ${n}, ${round.name}, MILEPOST_SEED=${seed}`;
        throw new Error(`${where}; the page at ${workspace.url()} says:\n${shown}`, { cause: error });
      }
    }
  },
  kills * 6_000 + 60_000,
);
