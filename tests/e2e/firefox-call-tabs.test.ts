import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { type MeetServer, meetServer } from "@/tests/harness/meet-server.ts";
import { eventually } from "@/tests/harness/wait.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

/** Calls in tabs of Firefox, with its own permissions, its event page and its sidebar. */
const zoomJoin = "https://us05web.zoom.us/wc/join/81234567890?pwd=Secret.1";
const zoomLeave = "https://us05web.zoom.us/wc/leave?meetingId=81234567890";
let meet: MeetServer;
let firefox: Firefox;
let workspace: FirefoxPage;

beforeAll(async () => {
  meet = await meetServer();
  firefox = await launchFirefox({ meet });
});

afterAll(async () => {
  await firefox?.close();
  await meet?.close();
});

async function says(page: FirefoxPage, words: string): Promise<void> {
  await eventually(() => page.evaluate((text) => document.body.innerText.includes(text), words), {
    what: `"${words}"`,
    timeoutMs: 20_000,
  });
}

async function dots(): Promise<number> {
  const texts = await (
    await firefox.control()
  ).evaluate(async () =>
    Promise.all(
      (await browser.tabs.query({})).map(({ id = -1 }) => browser.action.getBadgeText({ tabId: id })),
    ),
  );
  return texts.filter((text) => text === "●").length;
}

async function offered(count: number): Promise<void> {
  await eventually(async () => (await dots()) === count, { what: `${count} dots`, timeoutMs: 20_000 });
}

const session = async (): Promise<string> =>
  (await firefox.control()).evaluate(async () => JSON.stringify(await browser.storage.session.get()));

test("a site is allowed where it is asked for, and given back there", async () => {
  workspace = await firefox.openWorkspace("/welcome");
  await workspace.click({ role: "textbox", name: "Your mentor’s name" });
  await workspace.type("Elif Yıldız");
  await workspace.evaluate(() => {
    const now = Temporal.Now.plainDateTimeISO();
    for (const [name, value] of [
      ["meetingOn", now.toPlainDate().toString()],
      ["meetingTime", now.toPlainTime().toString({ smallestUnit: "minute" })],
    ]) {
      const field = document.querySelector<HTMLInputElement>(`input[name="${name ?? ""}"]`);
      if (!field) throw new Error(`no field ${name ?? ""}`);
      field.value = value ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  await workspace.click({ role: "textbox", name: "Link to the room" });
  await workspace.type("https://zoom.us/j/81234567890?pwd=Secret.1");
  await workspace.click({ role: "button", name: "Open Milepost" });
  await workspace.waitFor(() => location.hash === "#/today", "the first page");

  const call = await firefox.openTab(zoomJoin);
  await says(workspace, "Kickoff");
  expect(await dots()).toBe(0);
  expect(await session()).not.toContain("zoom");
  await call.close();

  await workspace.evaluate(() => {
    location.hash = "/settings/meetings";
  });
  await workspace.click({ role: "switch", name: "Zoom" });
  await says(workspace, "Recognising calls on Zoom");
  expect((await firefox.grantedPermissions()).origins).toContain("https://*.zoom.us/*");
  expect(await accessibilityProblems(workspace)).toEqual([]);
});

test("a call is offered once in the sidebar, with the event page ended in between", async () => {
  await firefox.background.kill();
  const call = await firefox.openTab(zoomJoin);
  // The event page was woken by the tab.
  await offered(1);
  const panel = await firefox.openPanel();
  await says(panel, "Kickoff");
  await panel.evaluate(() => {
    location.hash = "/today";
  });
  await panel.click({ role: "button", name: "Open notes" });
  await panel.waitFor(() => /^#\/meetings\/.*at=notes/.test(location.hash), "the notes");
  await offered(0);

  await call.evaluate(() => history.pushState(null, "", "/wc/81234567890/start"));
  await firefox.background.kill();
  await call.evaluate(() => history.pushState(null, "", "/wc/81234567890/meeting"));
  await eventually(() => firefox.background.running(), { what: "the event page" });
  expect(await dots()).toBe(0);
  expect(JSON.parse(await session())).toMatchObject({ calls: [{ memory: { key: "zoom:81234567890" } }] });

  await firefox.background.kill();
  await call.evaluate((to) => location.assign(to), zoomLeave);
  await offered(1);
  await says(panel, "the call is over");
  await panel.click({ role: "button", name: "Wrap up" });
  await panel.waitFor(() => /^#\/meetings\/.*at=wrap-up/.test(location.hash), "the wrap-up");
  await offered(0);
  expect(await session()).not.toContain("Secret");
});

test("a site that is given back is not known any more", async () => {
  await workspace.click({ role: "switch", name: "Zoom" });
  await says(workspace, "Zoom is not looked at any more");
  await eventually(async () => !(await session()).includes("zoom:81234567890"), {
    what: "the call to be forgotten",
  });
});
