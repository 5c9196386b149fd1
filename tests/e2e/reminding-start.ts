import type { Page } from "puppeteer-core";
import { onTestFinished } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { ChromiumOptions } from "@/tests/harness/chromium-launch.ts";
import { type ForgedClock, forgeClock } from "@/tests/harness/clock.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { remindingBuild } from "./reminding.ts";

/** What either browser has. */
type Alarmed = Pick<Chromium | Firefox, "alarms">;

/**
 * A Chromium for one test that may remind.
 * @param at what its clock shows, epoch ms
 * @param icon whether the one that notices bear is there
 */
export async function remindingChromium(
  at: number,
  { icon = true, ...options }: ChromiumOptions & { timeZone: string; icon?: boolean },
): Promise<{ browser: Chromium; forged: ForgedClock; page: Page }> {
  const start = await forgedStart(at, { icon });
  const browser = await launchChromium({ ...start, ...options });
  onTestFinished(browser.close);
  await alarmsStand(browser);
  return { browser, forged: start.clock, page: await browser.control() };
}

/** As {@link remindingChromium}. */
export async function remindingFirefox(
  at: number,
  options: { timeZone: string },
): Promise<{ firefox: Firefox; forged: ForgedClock }> {
  const start = await forgedStart(at, { target: "firefox" });
  const firefox = await launchFirefox({ ...start, ...options });
  onTestFinished(firefox.close);
  await alarmsStand(firefox);
  return { firefox, forged: start.clock };
}

/** A browser that takes the place of one that was started for a test; its profile goes with that one. */
export async function relaunched(launching: Promise<Chromium>): Promise<Chromium> {
  const browser = await launching;
  onTestFinished(browser.quit);
  return browser;
}

async function forgedStart(
  at: number,
  build: Parameters<typeof remindingBuild>[0],
): Promise<{ clock: ForgedClock; extension: string }> {
  const clock = forgeClock();
  onTestFinished(clock.remove);
  const folder = remindingBuild(build);
  onTestFinished(folder.remove);
  await clock.jumpTo(at);
  return { clock, extension: folder.path };
}

/** Waits until the background has run: both alarms are there. */
export async function alarmsStand(browser: Alarmed): Promise<void> {
  await eventually(async () => (await browser.alarms()).length === 2, {
    what: "the alarms",
    timeoutMs: 30_000,
  });
}

/** When the next reminder wakes the background, epoch ms; 0 where none does. */
export async function nextAlarm(browser: Alarmed): Promise<number> {
  return (await browser.alarms()).find(({ name }) => name === "next")?.scheduledTime ?? 0;
}
