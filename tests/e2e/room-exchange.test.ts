import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import { hasAge, runAge } from "@/tests/harness/age.ts";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type Downloads, downloadsOf } from "@/tests/harness/downloads.ts";
import { temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { named, says, textOf, typeOver } from "./on-the-page.ts";
import { putRows } from "./reminding.ts";

/** Two people with a browser each, and nothing between them but files. */
interface Person {
  chromium: Chromium;
  page: Page;
  downloads: Downloads;
  problems: string[];
}

const open = new Set<Chromium>();

afterEach(async () => {
  for (const chromium of open) await chromium.close();
  open.clear();
});

async function person(route: string): Promise<Person> {
  const chromium = await launchChromium();
  open.add(chromium);
  const page = await chromium.openWorkspace(route);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return { chromium, page, downloads: await downloadsOf(chromium), problems };
}

async function goTo({ page }: Person, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

async function press({ page }: Person, role: string, name: string): Promise<void> {
  await page.locator(named(role, name)).click();
}

/** Presses what begins with these words: how many there are is said after them. */
async function pressBeginning({ page }: Person, words: string): Promise<void> {
  const button = await page.waitForSelector(`xpath///button[starts-with(normalize-space(.), "${words}")]`);
  await (button as ElementHandle<HTMLButtonElement>).click();
}

async function makeFile(who: Person): Promise<string> {
  await press(who, "button", "Make a file");
  await press(who, "button", "Save the file");
  const path = await who.downloads.next();
  await says(who.page, "Saved as milepost-room-");
  return path;
}

/** As hands do, since the same file chosen again is news only to whoever clicks. */
async function choose({ page }: Person, path: string): Promise<void> {
  const input = await page.waitForSelector("#room-file");
  const [chooser] = await Promise.all([page.waitForFileChooser(), input?.click()]);
  await chooser.accept([path]);
}

/** Opens a file, sees what the preview says, and takes it in. */
async function takeIn(who: Person, path: string, preview: string): Promise<void> {
  await choose(who, path);
  await says(who.page, preview);
  await press(who, "button", "Take it in");
  await says(who.page, "Taken in from");
  // The words may be those of an earlier file.
  await who.page.waitForSelector(".exchange .preview", { hidden: true });
}

async function editTitle(who: Person, title: string, to: string): Promise<void> {
  await press(who, "button", `More: ${title}`);
  await press(who, "menuitem", "Change");
  await typeOver(who.page, ".room input[name=title]", to);
  await press(who, "button", "Save");
  await says(who.page, to);
}

test(
  "two people exchange files: there, back, a conflict, and both end alike",
  { timeout: 300_000 },
  async () => {
    const carla = await person("/welcome?sample=1");
    await carla.page.waitForFunction(() => location.hash === "#/today");
    await goTo(carla, "/room");
    await pressBeginning(carla, "Share 24 items");
    await says(carla.page, "24 items shared");
    const first = await makeFile(carla);
    expect(JSON.parse(readFileSync(first, "utf8"))).toMatchObject({
      format: "milepost-room",
      from: { name: "Carla Mendes" },
    });

    // Amara has nothing yet: her mentorship begins with the file, from the other side.
    const amara = await person("/settings/data");
    await choose(amara, first);
    await says(amara.page, "24 new");
    await says(amara.page, "A new one, with Carla Mendes");
    await press(amara, "button", "Take it in");
    await says(amara.page, "Taken in from Carla");
    await goTo(amara, "/room");
    await says(amara.page, "Send Amara the order-sync decision record");
    expect(await accessibilityProblems(amara.page)).toEqual([]);

    // Taken over it is on her own list, once.
    await press(amara, "button", "Take over: Ask Jonas for two hours of shadowing");
    await says(amara.page, "on your own list");
    await goTo(amara, "/actions");
    await says(amara.page, "Ask Jonas for two hours of shadowing");
    await goTo(amara, "/room");

    // She writes, and both change the same title without knowing of each other.
    await press(amara, "button", "Write to Carla");
    await typeOver(amara.page, ".room textarea[name=text]", "Rehearse the order-sync talk aloud first");
    await press(amara, "button", "Put it in the room");
    await says(amara.page, "Rehearse the order-sync talk aloud first");
    await editTitle(carla, "Write up what worked in the returns fix", "Write up the returns fix");
    await editTitle(amara, "Write up what worked in the returns fix", "Tell the guild about the returns fix");
    const back = await makeFile(amara);

    await takeIn(carla, back, "1 in conflict");
    await says(carla.page, "Title was changed on both sides");
    await says(carla.page, "Rehearse the order-sync talk aloud first");
    expect(await accessibilityProblems(carla.page)).toEqual([]);
    await press(carla, "button", "Use the other");
    await eventually(async () => !(await textOf(carla.page)).includes("was changed on both sides"), {
      what: "the conflict to be gone",
    });
    await says(carla.page, "Write up the returns fix");

    const again = await makeFile(carla);
    await takeIn(amara, again, "1 changed");
    await says(amara.page, "Write up the returns fix");
    // The same file and the first one again: nothing new.
    for (const path of [again, first]) {
      await choose(amara, path);
      await says(amara.page, "Nothing new in it");
      await press(amara, "button", "Cancel");
    }
    // One's own file is no news either.
    await choose(carla, again);
    await says(carla.page, "This is a file of your own");

    // Taking it in is one act, and undone by its key.
    const unshared = "How to answer “why not batch?” in the guild";
    await press(carla, "button", `More: ${unshared}`);
    await press(carla, "menuitem", "Take it back");
    await eventually(async () => !(await textOf(carla.page)).includes(unshared), {
      what: "the topic to be gone",
    });
    const last = await makeFile(carla);
    expect(readFileSync(last, "utf8")).not.toContain("why not batch");
    await takeIn(amara, last, "1 changed");
    await eventually(async () => !(await textOf(amara.page)).includes(unshared), {
      what: "the topic to be gone there",
    });
    expect([...carla.problems, ...amara.problems]).toEqual([]);
  },
);

test.runIf(hasAge())(
  "a file locked with a passphrase opens with age and in Milepost",
  { timeout: 180_000 },
  async () => {
    const passphrase = "correct horse battery";
    const carla = await person("/welcome?sample=1");
    await carla.page.waitForFunction(() => location.hash === "#/today");
    await goTo(carla, "/room");
    await pressBeginning(carla, "Share 24 items");
    await says(carla.page, "24 items shared");
    await press(carla, "button", "Make a file");
    await carla.page.locator(".make-form .switch").click();
    await typeOver(carla.page, named("textbox", "Passphrase"), passphrase);
    await press(carla, "button", "Save the file");
    const locked = await carla.downloads.next();
    expect(locked).toMatch(/\.milepost\.age$/);
    const folder = temporaryFolder("room-age");
    try {
      const plain = join(folder.path, "room.json");
      runAge(["-d", "-o", plain, locked], passphrase);
      expect(JSON.parse(readFileSync(plain, "utf8"))).toMatchObject({ format: "milepost-room" });

      const amara = await person("/settings/data");
      await choose(amara, locked);
      await typeOver(amara.page, named("textbox", "Passphrase"), "wrong horse battery");
      await press(amara, "button", "Open");
      await says(amara.page, "That passphrase does not open this file");
      await typeOver(amara.page, named("textbox", "Passphrase"), passphrase);
      await press(amara, "button", "Open");
      await says(amara.page, "24 new");

      // What was changed on the way is not taken in.
      const forged = join(folder.path, "forged.milepost");
      writeFileSync(forged, readFileSync(plain, "utf8").replace("order-sync", "order-sink"));
      await choose(amara, forged);
      await says(amara.page, "somebody or something changed it on the way");
      expect(amara.problems).toEqual([]);
    } finally {
      folder.remove();
    }
  },
);

async function sharedBy({ chromium }: Person): Promise<number> {
  return (await wholeDatabase(await chromium.control()))["shared"]?.length ?? 0;
}

/** A meeting that was held, as it is stored. */
function heldOn(startsOn: string, mentorshipId: string): object {
  const at = Date.parse(`${startsOn}T10:00:00Z`);
  return {
    id: "held",
    space: "personal",
    visibility: "private",
    author: "me",
    createdAt: at,
    mentorshipId,
    kind: "checkIn",
    title: "With Carla",
    status: "held",
    startsOn,
    startsTime: "10:00",
    timeZone: "UTC",
    plannedMinutes: 45,
    startedAt: at,
    endedAt: at + 2_700_000,
    wrappedUpAt: at + 2_800_000,
  };
}

test("a recap and a takeaway reach the other person", { timeout: 180_000 }, async () => {
  const carla = await person("/welcome?sample=1");
  await carla.page.waitForFunction(() => location.hash === "#/today");
  await goTo(carla, "/meetings/sample-meeting-check-in-6?at=wrap-up");
  await press(carla, "button", "Share in the room");
  await says(carla.page, "It is in the room");
  // The notes too, because she says so.
  const fold = await carla.page.waitForSelector(".own-words summary");
  await fold?.evaluate((summary) => summary.click());
  await press(carla, "button", "Share my notes in the room");
  await eventually(async () => (await sharedBy(carla)) === 2, { what: "the notes in the room" });
  await goTo(carla, "/resources");
  const more = await carla.page.waitForSelector('.work-sec button[aria-haspopup="menu"]');
  await (more as ElementHandle<HTMLButtonElement>).click();
  await press(carla, "menuitem", "Share in the room");
  await goTo(carla, "/room");
  await says(carla.page, "3 items.");
  await says(carla.page, "Summary");
  const file = await makeFile(carla);

  const amara = await person("/settings/data");
  await choose(amara, file);
  await says(amara.page, "3 new");
  await says(amara.page, "Check-in 6");
  await press(amara, "button", "Take it in");
  await says(amara.page, "Taken in from Carla");
  // Of her own meeting of that day, they stand beside her own.
  const { shared = [], mentorships = [] } = await wholeDatabase(await amara.chromium.control());
  const day = String(shared.find(({ kind }) => kind === "summary")?.["dueOn"]);
  await putRows(await amara.chromium.control(), "meetings", [heldOn(day, String(mentorships[0]?.["id"]))]);
  await amara.page.reload();
  await goTo(amara, "/meetings/held?at=wrap-up");
  await says(amara.page, "Notes: Check-in 6");
  await says(amara.page, "shared by Carla");
  expect(await accessibilityProblems(amara.page)).toEqual([]);
  expect([...carla.problems, ...amara.problems]).toEqual([]);
});

test("in a room that was left nothing is offered to be shared, and it says why", async () => {
  const carla = await person("/welcome?sample=1");
  await carla.page.waitForFunction(() => location.hash === "#/today");
  const { mentorships = [] } = await wholeDatabase(await carla.chromium.control());
  const left = mentorships.map((row) => ({ ...row, roomLeftAt: Date.now() }));
  await putRows(await carla.chromium.control(), "mentorships", left);
  await carla.page.reload();
  const why = "Not shared, as you left the room";
  await goTo(carla, "/meetings/sample-meeting-check-in-6?at=wrap-up");
  await says(carla.page, why);
  expect(await carla.page.$(named("button", "Share in the room"))).toBeNull();
  expect(await accessibilityProblems(carla.page)).toEqual([]);
  await goTo(carla, "/resources");
  const more = await carla.page.waitForSelector('.work-sec button[aria-haspopup="menu"]');
  await (more as ElementHandle<HTMLButtonElement>).click();
  await press(carla, "menuitem", why);
  await says(carla.page, "You left this room. It stays here to be read");
  await says(carla.page, "You left this room, so nothing is written in it.");
  expect(await accessibilityProblems(carla.page)).toEqual([]);
  expect(carla.problems).toEqual([]);
});
