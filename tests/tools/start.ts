import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../harness/chromium.ts";
import { launchFirefox } from "../harness/firefox.ts";
import { outputFolder, type Target } from "../harness/folders.ts";
import { ensureChromium, ensureFirefox } from "./browsers.ts";
import { build } from "./build.ts";
import { hasDisplay } from "./programs.ts";
import { runSteps } from "./steps.ts";
import { takeTour } from "./tour.ts";

/** `npm start [-- --sample] [-- --firefox]`: Milepost in a browser, in a profile of its own that stays. */
const { values } = parseArgs({
  options: { sample: { type: "boolean", default: false }, firefox: { type: "boolean", default: false } },
});
const target: Target = values.firefox ? "firefox" : "chrome";
const route = values.sample ? "/welcome?sample=1" : "/today";

const ready = await runSteps([
  { name: "build", run: () => build([target]) },
  { name: "browser", run: async () => void (await (values.firefox ? ensureFirefox() : ensureChromium())) },
  hasDisplay() ? { name: "start", run: open } : { name: "tour", run: () => takeTour(target) },
]);
process.exitCode = ready ? 0 : 1;

/** Opens the workspace in a window and stays until the user closes the browser. */
async function open(): Promise<void> {
  const options = {
    profile: join(outputFolder, `profile-${target}`),
    headless: false,
    online: true,
    size: [1440, 900],
  } as const;
  const browser = await (target === "chrome" ? launchChromium(options) : launchFirefox(options));
  const quit = (): void => void browser.close();
  process.once("SIGINT", quit).once("SIGTERM", quit);
  await browser.openWorkspace(route);
  console.log("Milepost is open. Its button is in the toolbar; close the browser to end.");
  await browser.ended;
}
