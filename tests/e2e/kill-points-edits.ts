import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Chance } from "@/tests/harness/random.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo } from "./on-the-page.ts";
import type { Shown, Thing, Truth, Typing } from "./kill-points-truth.ts";

/** What the editing of a round shares: where it is done, by which chance, and what is known to be stored. */
export interface Hands {
  page: Page;
  chance: Chance;
  truth: Truth;
  /** Words like no others. */
  words: () => string;
  /** The kill has come: what fails from here on was cut off. */
  over: () => boolean;
  /** Aborted when the page dies, so that nothing is waited for in the one that follows it. */
  signal: AbortSignal;
}

type Edit = (hands: Hands) => Promise<void>;

/** Random edits in panel or workspace, each done as soon as the page shows that it is. */
const edits: readonly Edit[] = [
  addEntry,
  addAction,
  addAction,
  tickAction,
  tickAction,
  editAction,
  snoozeAction,
  addGoal,
  addMilestone,
  reachMilestone,
  moveMilestone,
];

/** Does one thing after the other until the kill. */
export async function editOnAndOn(hands: Hands): Promise<void> {
  while (!hands.over()) await hands.chance.pick(edits)(hands);
}

/** Types word after word where the focus is, until the kill. */
export async function typeOnAndOn({ page, words, over }: Hands, typed: Typing): Promise<void> {
  while (!over()) {
    for (const letter of `${words()} `) {
      typed.all += letter;
      await page.keyboard.sendCharacter(letter);
      // What is put in without a key is answered before the page has it; the next one comes after it.
      typed.keys.push({ length: typed.all.length - letter.length, at: Date.now() });
      if (over()) return;
    }
  }
}

/** An element by its accessible name, as the page gives it. */
function labelled(name: string, within = ""): string {
  return `${within}[aria-label=${JSON.stringify(name)}]`;
}

async function find({ page, signal }: Hands, selector: string, hidden = false): Promise<void> {
  await page.waitForSelector(selector, { signal, hidden });
}

async function press(hands: Hands, selector: string): Promise<void> {
  await find(hands, selector);
  await hands.page.$eval(selector, (element) => (element as HTMLElement).click());
}

/** Puts words in the place of what stands in a field. */
async function write(hands: Hands, selector: string, words: string): Promise<void> {
  const { page, signal } = hands;
  const typed = async (): Promise<boolean> => {
    await page.$eval(selector, (element) => {
      (element as HTMLInputElement).focus();
      (element as HTMLInputElement).select();
    });
    await page.keyboard.type(words);
    return page.$eval(
      selector,
      (element, expected) =>
        document.activeElement === element && (element as HTMLInputElement).value === expected,
      words,
    );
  };
  await find(hands, selector);
  // A form that was just closed gives the focus back, if need be in the middle of a word.
  while (!(await typed())) signal.throwIfAborted();
}

async function setDate(hands: Hands, selector: string, day: string): Promise<void> {
  await find(hands, selector);
  await hands.page.$eval(
    selector,
    (element, value) => {
      (element as HTMLInputElement).value = value;
      element.dispatchEvent(new Event("input", { bubbles: true }));
    },
    day,
  );
}

/**
 * As long as a person takes from one key to the next at least. Each key is a write of its own; of a burst of them the
 * later ones wait for the earlier, and what waits is given up by Chromium when its page goes.
 */
export function pause(): Promise<void> {
  return delay(50);
}

async function enter({ page }: Hands): Promise<void> {
  await pause();
  await page.keyboard.press("Enter");
}

/**
 * Fills a form in the place of what it edits and sends it, again if the row was drawn anew under it, which closes it.
 * @param fill opens and fills it
 * @param shown what is there once it is saved
 */
async function send(hands: Hands, fill: () => Promise<void>, shown: string): Promise<void> {
  const { page, signal } = hands;
  for (let tries = 1; ; tries += 1) {
    try {
      await fill();
      await enter(hands);
      await page.waitForSelector(shown, { signal, timeout: 5_000 });
      return;
    } catch (error) {
      if (signal.aborted || tries === 3) throw error;
    }
  }
}

async function addEntry(hands: Hands): Promise<void> {
  const text = hands.words();
  const thing: Thing = { table: "entries", now: null, next: null };
  await goTo(hands.page, "/journal");
  await write(hands, labelled("Capture", ".capture-in"), text);
  thing.draftedAt = Date.now();
  await hands.truth.change(thing, { words: text, fields: { kind: "thought" } }, async () => {
    await enter(hands);
    const { page, signal } = hands;
    await page.waitForFunction((said) => document.body.innerText.includes(said), { signal }, text);
  });
}

async function addAction(hands: Hands): Promise<void> {
  const text = hands.words();
  const thing: Thing = { table: "commitments", now: null, next: null };
  const dueOn = hands.chance.oneIn(2) ? Temporal.Now.plainDateISO().toString() : "";
  await goTo(hands.page, "/actions");
  await write(hands, labelled("What was promised", "form.compose input"), text);
  await setDate(hands, 'form.compose input[type="date"]', dueOn);
  await hands.page.focus(labelled("What was promised", "form.compose input"));
  thing.draftedAt = Date.now();
  const shown = { words: text, fields: { status: "open", dueOn: dueOn || null } };
  await hands.truth.change(thing, shown, async () => {
    await enter(hands);
    await find(hands, labelled(`Edit: ${text}`, "button"));
  });
}

/** One of the things that were made before, of those that are open. */
function openOne({ truth, chance }: Hands, table: Thing["table"]): (Thing & { now: Shown }) | null {
  const found = truth.things.filter(
    (each): each is Thing & { now: Shown } => each.table === table && each.now?.fields["status"] === "open",
  );
  return found.length > 0 ? chance.pick(found) : null;
}

async function tickAction(hands: Hands): Promise<void> {
  const thing = openOne(hands, "commitments");
  if (!thing) return;
  const { words, fields } = thing.now;
  await goTo(hands.page, "/actions");
  const waiting = labelled(`Edit: ${words}`, "button.words:not(.done-text)");
  await find(hands, waiting);
  await hands.truth.change(thing, { words, fields: { ...fields, status: "done" } }, async () => {
    // Toasts of what was done before are still there.
    await hands.page.$$eval(".toast", (all) => all.forEach((toast) => toast.classList.add("before")));
    await press(hands, labelled(words, "input"));
    await find(hands, waiting, true);
  });
  if (hands.chance.oneIn(2)) return;
  await hands.truth.change(thing, { words, fields: { ...fields, status: "open" } }, async () => {
    // The toast of what was done just before may come as late as now.
    await press(
      hands,
      "::-p-xpath(//div[contains(@class, 'toast') and not(contains(@class, 'before'))][span = 'Done']//button)",
    );
    await find(hands, waiting);
  });
}

async function editAction(hands: Hands): Promise<void> {
  const thing = openOne(hands, "commitments");
  if (!thing) return;
  const { words, fields } = thing.now;
  const text = hands.words();
  await goTo(hands.page, "/actions");
  const fill = async (): Promise<void> => {
    await press(hands, labelled(`Edit: ${words}`, "button"));
    await write(hands, 'form.inline-form input[name="title"]', text);
  };
  const shown = labelled(`Edit: ${text}`, "button");
  await hands.truth.change(thing, { words: text, fields }, () => send(hands, fill, shown));
}

async function snoozeAction(hands: Hands): Promise<void> {
  const thing = openOne(hands, "commitments");
  if (!thing?.now.fields["dueOn"] || thing.now.fields["snoozedUntilAt"]) return;
  const { words, fields } = thing.now;
  await goTo(hands.page, "/actions");
  await press(hands, labelled(`Snooze: ${words}`, "button"));
  const later = (until: unknown): boolean => typeof until === "number" && until > Date.now();
  await hands.truth.change(thing, { words, fields: { ...fields, snoozedUntilAt: later } }, async () => {
    const { page, signal } = hands;
    await page.$$eval(`${labelled(`Snooze: ${words}`, "[role=menu]")} [role=menuitem]`, (items) => {
      (items.find((item) => item.textContent?.includes("Tomorrow")) as HTMLElement | undefined)?.click();
    });
    await page.waitForFunction(
      (button) => document.querySelector(button)?.closest("li")?.innerText.includes("put off"),
      { signal },
      labelled(`Edit: ${words}`, "button"),
    );
  });
}

async function addGoal(hands: Hands): Promise<void> {
  // More would only make the page long.
  if (hands.truth.things.filter((each) => each.table === "goals").length >= 5) return;
  const text = hands.words();
  await goTo(hands.page, "/roadmap?view=goals");
  await press(hands, "::-p-xpath(//button[contains(., 'Add a goal')])");
  await write(hands, 'form.inline-form input[name="title"]', text);
  const thing: Thing = { table: "goals", now: null, next: null };
  await hands.truth.change(thing, { words: text, fields: { status: "open" } }, async () => {
    await enter(hands);
    await find(hands, labelled(`More for goal: ${text}`, "button"));
  });
}

const goalPage = "/goals/sample-goal-integration";

async function addMilestone(hands: Hands): Promise<void> {
  const text = hands.words();
  await goTo(hands.page, goalPage);
  const fill = async (): Promise<void> => {
    const adding = 'form.inline-form input[name="title"]';
    const add = labelled("Add a milestone to: Design an integration end to end", "button");
    if (!(await hands.page.$(adding))) await press(hands, add);
    await write(hands, adding, text);
  };
  const thing: Thing = { table: "milestones", now: null, next: null };
  const shown = labelled(`Edit milestone: ${text}`, "button");
  await hands.truth.change(thing, { words: text, fields: { status: "open", dueOn: null } }, () =>
    send(hands, fill, shown),
  );
  await hands.page.keyboard.press("Escape");
}

async function reachMilestone(hands: Hands): Promise<void> {
  const thing = openOne(hands, "milestones");
  if (!thing) return;
  const { words, fields } = thing.now;
  await goTo(hands.page, goalPage);
  await find(hands, labelled(`Mark milestone as reached: ${words}`));
  await hands.truth.change(thing, { words, fields: { ...fields, status: "reached" } }, async () => {
    await press(hands, labelled(`Mark milestone as reached: ${words}`));
    await find(hands, labelled(`Reached: ${words}. Open again`));
  });
}

async function moveMilestone(hands: Hands): Promise<void> {
  const thing = openOne(hands, "milestones");
  if (!thing) return;
  const { words, fields } = thing.now;
  const dueOn = `2031-0${1 + hands.chance.nat(9)}-1${hands.chance.nat(9)}`;
  const day = Temporal.PlainDate.from(dueOn).toLocaleString("en-US", { month: "short", day: "numeric" });
  const edit = labelled(`Edit milestone: ${words}`, "button");
  await goTo(hands.page, goalPage);
  await hands.truth.change(thing, { words, fields: { ...fields, dueOn } }, async () => {
    const { page, signal } = hands;
    for (let tries = 1; ; tries += 1) {
      await press(hands, edit);
      await setDate(hands, 'form.inline-form input[name="dueOn"]', dueOn);
      await page.focus('form.inline-form input[name="title"]');
      await enter(hands);
      await find(hands, edit);
      // A row that is drawn anew closes its form too; only the new day says that it was saved.
      const isThere = await page
        .waitForFunction(
          (button, said) => document.querySelector(button)?.closest("li")?.innerText.includes(said),
          { signal, timeout: 3_000 },
          edit,
          day,
        )
        .catch((error: unknown) => {
          if (signal.aborted || tries === 3) throw error;
        });
      if (isThere) return;
    }
  });
}

/** Opens the notes of a meeting and puts the cursor behind them. */
export async function openNotes(page: Page, meetingId: string): Promise<void> {
  await goTo(page, `/meetings/${meetingId}?at=notes`);
  await page.waitForSelector(labelled("Meeting notes", "[role=textbox]"));
  await page.focus(labelled("Meeting notes", "[role=textbox]"));
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
}

/** Puts the cursor behind what stands in the popup's line, and says what that is, once it is what is expected. */
export async function openLine(popup: Page, expected: string): Promise<void> {
  const selector = labelled("Quick capture", ".capture-in");
  await popup.waitForSelector(selector);
  await eventually(
    () =>
      popup.$eval(
        selector,
        (element, words) => {
          const field = element as HTMLInputElement;
          field.focus();
          field.setSelectionRange(field.value.length, field.value.length);
          return document.activeElement === field && field.value === words;
        },
        expected,
      ),
    { what: `the popup's line to say "${expected}"` },
  );
}
