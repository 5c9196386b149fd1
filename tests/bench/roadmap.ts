import { setTimeout as delay } from "node:timers/promises";
import { builtExtension } from "../harness/folders.ts";
import { eventually } from "../harness/wait.ts";
import { type Evaluate, launchQuietChromium, type QuietChromium } from "./quiet-chromium.ts";
import { roadmapRows } from "./roadmap-rows.ts";
import { replaceDatabase } from "./seed.ts";
import { compare, type Comparison } from "./statistics.ts";

const mentorships = 20;
const milestones = 2_000;
const rounds = 10;
const warmUps = 2;
/** Each screen that the navigation leads to, and the ways to look at the roadmap. */
const screens = [
  "/today",
  "/roadmap?view=goals",
  "/roadmap?view=picture",
  "/roadmap?view=board",
  "/roadmap?view=table",
  "/meetings",
  "/actions",
  "/journal",
  "/resources",
  "/prepare",
  "/agreement",
  "/expectations",
  "/reviews",
  "/people",
  "/templates",
  "/trash",
  "/settings/general",
];

/**
 * From the navigation to the first content of each screen, with 20 mentorships and 2,000 milestones, beside a mentorship
 * that has just begun; and frames and long tasks while the picture is moved, with all 2,000 in one mentorship.
 */
export async function benchRoadmap(): Promise<readonly Comparison[]> {
  const chromium = await launchQuietChromium([builtExtension("chrome")]);
  const [id = ""] = chromium.extensionIds;
  const page = (path: string): string => `chrome-extension://${id}/sidepanel.html#${path}`;
  try {
    // The app makes its tables when it first opens.
    await openAndLeave(chromium, page("/welcome"));
    const control = await chromium.openTab(`chrome-extension://${id}/manifest.json`);
    const fill = (counts: readonly number[]): Promise<void> =>
      replaceDatabase(control.evaluate, roadmapRows(counts, Date.now()));

    const each = Math.round(milestones / mentorships);
    await fill(Array.from({ length: mentorships }, () => each));
    const ours = await openings(chromium, page);
    await fill([0]);
    const base = await openings(chromium, page);
    const results = screens.map((path) =>
      compare(
        `${path}, ${mentorships} mentorships with ${milestones.toLocaleString("en")} milestones`,
        ours.get(path) ?? [],
        base.get(path) ?? [],
      ),
    );

    await fill([milestones]);
    const panned = await panning(chromium, page("/roadmap?view=picture"));
    await fill([0]);
    const bare = await panning(chromium, page("/roadmap?view=goals"), "main");
    results.push(
      compare(
        "frames while the picture is moved, 2,000 milestones in one mentorship",
        panned.frames,
        bare.frames,
      ),
      // The browser tells of tasks above 50 ms only. 0.1 stands for none, so that there is a ratio.
      compare("long tasks meanwhile", orNone(panned.tasks), orNone(bare.tasks)),
    );
    return results;
  } finally {
    await chromium.close();
  }
}

function orNone(tasksMs: readonly number[]): readonly number[] {
  return tasksMs.length > 0 ? tasksMs : [0.1];
}

async function openAndLeave(chromium: QuietChromium, url: string): Promise<void> {
  const { evaluate } = await chromium.openTab(url);
  await eventually(() => evaluate(() => document.querySelector("#app *") !== null), { what: url });
  await delay(500);
  await evaluate(() => window.close());
}

/** For each screen, the times from going there to its first content being painted, in a page that is open already. */
async function openings(
  chromium: QuietChromium,
  page: (path: string) => string,
): Promise<ReadonlyMap<string, number[]>> {
  const { evaluate } = await chromium.openTab(page("/today"));
  await eventually(() => evaluate(() => document.querySelector("main > *") !== null), { what: "the app" });
  await delay(1_000);
  const times = new Map<string, number[]>(screens.map((path) => [path, []]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const path of screens) {
      // From a page with another content, so that nothing of what is measured is there already.
      await evaluate(goTo, `/nowhere/${round}`);
      // The browser refuses more than 200 changes of the address in ten seconds.
      await delay(100);
      const ms = await evaluate(goTo, path);
      if (round >= 0) times.get(path)?.push(ms);
    }
  }
  await evaluate(() => window.close());
  return times;
}

/**
 * Goes to a screen; milliseconds until its content was painted: what stands in `main` beside its title. Runs in the page.
 */
function goTo(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // What is there now belongs to the page that is left.
    const left = new Set(document.querySelector("main")?.children);
    const isWhole = (child: Element): boolean =>
      !child.classList.contains("roadmap") || (child.querySelector(".rm-body")?.textContent ?? "") !== "";
    const content = (): boolean =>
      [...(document.querySelector("main")?.children ?? [])].some(
        (child) =>
          !left.has(child) &&
          !child.classList.contains("narrow-title") &&
          child.textContent !== "" &&
          isWhole(child),
      );
    const ask = (): void => {
      if (performance.now() - began > 10_000) {
        const shown = document.querySelector("main")?.textContent.slice(0, 100);
        return reject(new Error(`${path} showed nothing new: ${location.hash} has ${shown}`));
      }
      if (!content()) return void requestAnimationFrame(ask);
      // After the frame that shows it.
      const { port1, port2 } = new MessageChannel();
      requestAnimationFrame(() => port2.postMessage(undefined));
      port1.addEventListener("message", () => resolve(performance.now() - began));
      port1.start();
    };
    location.hash = path;
    requestAnimationFrame(ask);
  });
}

/** Moves what scrolls from one end to the other and back, a step each frame; frames and long tasks, milliseconds. */
async function panning(
  chromium: QuietChromium,
  url: string,
  scroller = ".rm-scroll",
): Promise<{ frames: number[]; tasks: number[] }> {
  const { evaluate } = await chromium.openTab(url);
  await eventually(() => evaluate((what) => document.querySelector(what) !== null, scroller), {
    what: scroller,
    timeoutMs: 20_000,
  });
  await delay(2_000);
  const measured = await evaluate(pan, scroller);
  await checkDrawn(evaluate, scroller);
  await evaluate(() => window.close());
  return measured;
}

async function checkDrawn(evaluate: Evaluate, scroller: string): Promise<void> {
  if (scroller !== ".rm-scroll") return;
  const drawn = await evaluate(() => document.querySelectorAll(".ms").length);
  // A picture that shows nothing is moved with ease.
  if (drawn < 20) throw new Error(`The picture shows ${drawn} milestones.`);
}

/** Runs in the page. */
function pan(selector: string): Promise<{ frames: number[]; tasks: number[] }> {
  return new Promise((resolve) => {
    const element = document.querySelector(selector);
    const frames: number[] = [];
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    });
    observer.observe({ type: "longtask" });
    let before = performance.now();
    let step = 0;
    const steps = 240;
    const stepOn = (): void => {
      const now = performance.now();
      frames.push(now - before);
      before = now;
      if (!element || step >= steps) {
        // What was long is told a little later.
        setTimeout(() => {
          observer.disconnect();
          resolve({ frames: frames.slice(2), tasks });
        }, 300);
        return;
      }
      const half = steps / 2;
      const most = element.scrollWidth - element.clientWidth;
      element.scrollLeft = (most * (step < half ? step : steps - step)) / half;
      step += 1;
      requestAnimationFrame(stepOn);
    };
    requestAnimationFrame(stepOn);
  });
}
